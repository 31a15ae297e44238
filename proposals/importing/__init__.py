"""Accounts that exist, from a spreadsheet: each row becomes a proposal that is sent for decision, or the file none."""

from .columns import COLUMNS, Column
from .rows import Refusal, import_rows
from .table import Row, Unreadable, read_table

__all__ = ["COLUMNS", "Column", "Refusal", "Row", "Unreadable", "import_rows", "read_table"]
