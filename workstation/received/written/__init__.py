"""Mail and saved web pages: told from other text, taken apart, and made text, tables and pictures that can be set as pages."""
