"""Commands that need no desk."""
