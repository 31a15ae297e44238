"""Pours rows into tables past the ORM and its shut doors: COPY on PostgreSQL, executemany elsewhere.

It knows no tables. A row gives some columns by name (`unit_id`); the rest take the defaults of the model, so that a
column that is added later needs nothing here.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import chain
from operator import itemgetter
from typing import Any

from django.core.management.color import no_style
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import AutoField, Field, Model
from django.db.models.fields.related import ForeignKey

Row = dict[str, Any]
AS_THEY_ARE = ("CharField", "TextField", "SlugField", "IntegerField", "BooleanField", "PositiveIntegerField",
               "PositiveSmallIntegerField", "BigAutoField", "AutoField")  # fmt: skip
OFTEN_THE_SAME = ("DateField", "DateTimeField", "DecimalField")  # dear to convert, and few different ones


def pour(model: type[Model], rows: Iterable[Row]) -> None:
    """Insert the rows, all with the same columns given.

    Raises KeyError for a column the model does not have, or a row that lacks one that the first row has.
    """
    remaining = iter(rows)
    first = next(remaining, None)
    if first is None:
        return
    given = {name for name in first if not name.startswith("_")}
    fields = [field for field in model._meta.concrete_fields if field.attname in given or not _by_database(field)]
    if unknown := given - {field.attname for field in fields}:
        raise KeyError(f"{model.__name__} has no column {', '.join(sorted(unknown))}")
    cells = [_cell(field, given=field.attname in given) for field in fields]
    lines = ([cell(row) for cell in cells] for row in chain([first], remaining))
    _insert(model._meta.db_table, [str(field.column) for field in fields], lines)


def row_of(instance: Model) -> Row:
    """An unsaved instance as a row: its key if it has one, and every column the database does not fill in itself."""
    key = [] if instance.pk is None else [instance._meta.pk.attname]
    return {name: getattr(instance, name) for name in (*_own_columns(type(instance)), *key)}


def count_on(*models: type[Model]) -> None:
    """Let the database number new rows after those that were poured with numbers of their own."""
    statements = connection.ops.sequence_reset_sql(no_style(), list(models))
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def settle() -> None:
    """Let the database know what it holds, as its own upkeep would have told it in time. Outside transactions."""
    statements = ("VACUUM (ANALYZE)", "CHECKPOINT") if connection.vendor == "postgresql" else ("ANALYZE",)
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@cache
def _own_columns(model: type[Model]) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields if not _by_database(field)]


def _by_database(field: "Field[Any, Any]") -> bool:
    """Whether the database fills the column in: numbers that run, generated columns, defaults of its own."""
    return isinstance(field, AutoField) or field.generated or field.has_db_default()


def _cell(field: "Field[Any, Any]", *, given: bool) -> Callable[[Row], Any]:
    """How the value of one column is taken out of a row, as the database wants it."""
    stored, name = _stored(field), field.attname
    if given:
        return (lambda row: stored(row[name])) if stored else itemgetter(name)
    if callable(field.default):
        return lambda row: stored(field.get_default()) if stored else field.get_default()
    constant = stored(field.get_default()) if stored else field.get_default()
    return lambda row: constant


def _stored(field: "Field[Any, Any]") -> Callable[[Any], Any] | None:
    """What makes a value of the field into what the driver takes; None when it is the same."""
    target: Field[Any, Any] = field
    while isinstance(target, ForeignKey):
        target = target.target_field
    kind = target.get_internal_type()
    if kind in AS_THEY_ARE:
        return None
    save = target.get_db_prep_save
    database = connections[DEFAULT_DB_ALIAS]  # not the proxy, which looks it up each time
    return cache(lambda value: save(value, database)) if kind in OFTEN_THE_SAME else lambda value: save(value, database)


def _insert(table: str, columns: Sequence[str], lines: Any) -> None:
    names = ", ".join(connection.ops.quote_name(column) for column in columns)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {connection.ops.quote_name(table)} ({names}) FROM STDIN") as copy:
                for line in lines:
                    copy.write_row(line)
            return
        places = ", ".join(["%s"] * len(columns))
        cursor.executemany(f"INSERT INTO {connection.ops.quote_name(table)} ({names}) VALUES ({places})", lines)
