"""Tables as people send them: CSV, XLSX, XLSB and legacy XLS, told apart by content, read into plain text cells."""

from workstation.received.tables.reading import read_table
from workstation.received.tables.table import Row, Sheet, Table

__all__ = ["Row", "Sheet", "Table", "read_table"]
