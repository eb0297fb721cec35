"""Use cases as plain functions, grouped by noun. The one room that knows both store and documents."""
