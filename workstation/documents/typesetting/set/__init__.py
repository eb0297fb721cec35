"""One kind of block a file: from a block to the strips that show it."""
