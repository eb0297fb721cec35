"""The papers of one application that speaks for all creditors: figures, what they are gathered from, and each paper."""
