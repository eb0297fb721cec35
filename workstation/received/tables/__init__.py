"""Tables as people send them: CSV, XLSX, XLSB and legacy XLS, told apart by content, read into plain text cells."""

from workstation.received.tables.table import Row, Sheet, Table
from workstation.received.tables.table_file import read_table

__all__ = ["Row", "Sheet", "Table", "read_table"]
