"""Papers written, kept, released and compared; workbooks and tables as files."""
