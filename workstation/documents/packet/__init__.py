"""The bound papers for a bank: figures read from the case, blocks of each paper, exhibits bound in."""
