"""Blocks become strips, pages and bytes: fonts, text layer, seal. The only room of reportlab, with a bank form's drawing."""
