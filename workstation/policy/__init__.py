"""The rules of a bank or region as data: read from TOML, checked to the line, dated and sourced."""
