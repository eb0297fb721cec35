"""The palette: what it finds, and the sheet over the page in which it is looked for."""
