"""OFD (GB/T 33190): a ZIP of XML pages, drawn here as a PDF that the rest of the program treats as any other."""
