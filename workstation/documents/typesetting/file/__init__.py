"""What a PDF file is made of: objects, structure tree, outline, metadata, pictures."""
