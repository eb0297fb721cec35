"""Blocks become strips, pages and bytes: fonts, text layer, structure, seal."""
