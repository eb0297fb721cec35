"""Tables as people send them: text, workbooks, HTML and XML, told apart by content, read into plain text cells."""

from workstation.received.tables.marks import column_letters
from workstation.received.tables.prose import is_list, is_uneven_list
from workstation.received.tables.table import Row, Sheet, Table
from workstation.received.tables.table_file import read_figures, read_table
from workstation.received.tables.uncomputed import computed_findings

__all__ = [
    "Row",
    "Sheet",
    "Table",
    "column_letters",
    "computed_findings",
    "is_list",
    "is_uneven_list",
    "read_figures",
    "read_table",
]
