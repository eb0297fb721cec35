"""Packs: the rules of one bank or region as dated, sourced data."""
