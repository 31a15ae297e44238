"""Lists as files: CSV, XLSX and JSON, written a piece at a time. Knows no channels and no requests."""

from collections.abc import Callable, Iterator

from . import as_csv, as_json, as_xlsx
from .sheet import Cell, Sheet

__all__ = ["TYPES", "WRITERS", "Cell", "Sheet"]

WRITERS: dict[str, Callable[[Sheet], Iterator[bytes]]] = {
    "csv": as_csv.pieces,
    "xlsx": as_xlsx.pieces,
    "json": as_json.pieces,
}
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
