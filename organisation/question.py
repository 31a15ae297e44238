"""A question that is asked all the time: put into SQL once, from its queryset, and asked with what is given each time.
Knows no model; what is asked stays with the rule that asks it.
"""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from itertools import chain, count
from typing import Any, NamedTuple
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.db.models import Model, QuerySet
from django.db.models.query import get_related_populators

STAND_INS = 2_147_000_117  # and upwards: no queryset speaks of them. Where one stands, what is given is put

ONE = int | str | UUID
ASKED_OFTEN = 5  # times over one connection, before its plan is kept
Given = ONE | Collection[int]
Row = tuple[Any, ...]


class Put(NamedTuple):
    """A queryset as SQL, with its parameters, and what makes of a row what the queryset would."""

    sql: str
    parameters: Row
    compiler: Any
    converters: Any
    made: Callable[[Row], Any] | None


class Question:
    """What `ask` says of the values given: keys, texts and lists of them. It may depend on nothing else: no clock. They
    must stand in it as they are given: `name=given`, not `name__contains=given`; and it may prefetch nothing.
    """

    def __init__(self, ask: Callable[..., QuerySet[Any, Any]]) -> None:
        self._ask = ask
        self._put: dict[tuple[object, ...], Put] = {}

    def rows(self, *given: Given) -> list[Row]:
        """The answer to a question about some columns. One query; its SQL is the same for lists of the same lengths.
        Raises EmptyResultSet when it says itself that it has no answer.
        """
        return self._answer(self._as_put(given), given)

    def objects(self, *given: Given) -> list[Any]:
        """The answer to a question about a model, with the rows of others that are selected with it. One query."""
        put = self._as_put(given)
        assert put.made
        return [put.made(row) for row in self._answer(put, given)]

    def _as_put(self, given: tuple[Given, ...]) -> Put:
        shape = (connection.vendor, *(type(one) if isinstance(one, ONE) else len(one) for one in given))
        if shape not in self._put:
            free = count(STAND_INS)
            queryset = self._ask(*(_stand_in(one, free) for one in given))
            self._put[shape] = _put(queryset, {stands_in for stands_in, _ in _replacing(given)})
        return self._put[shape]

    def _answer(self, put: Put, given: tuple[Given, ...]) -> list[Row]:
        real = dict(_replacing(given))
        with connection.cursor() as cursor, _prepared():
            cursor.execute(put.sql, [real.get(value, value) for value in put.parameters])
            rows: list[Row] = cursor.fetchall()
        return [tuple(row) for row in put.compiler.apply_converters(rows, put.converters)] if put.converters else rows


@contextmanager
def _prepared() -> Iterator[None]:
    """Let the server keep the plan of what is asked within, where it may. What varies is planned for what it is."""
    over: Any = connection.connection
    if not (connection.vendor == "postgresql" and settings.PREPARED_STATEMENTS):
        yield
        return
    over.prepare_threshold = ASKED_OFTEN
    try:
        yield
    finally:
        over.prepare_threshold = None


def keep(instance: Model, name: str, rows: list[Any]) -> None:
    """From now on `instance.<name>.all()` is those rows, which were asked for, as when a queryset prefetches them."""
    manager: Any = getattr(instance, name)
    for row in rows:
        setattr(row, manager.field.name, instance)
    queryset = manager.get_queryset()
    queryset._result_cache, queryset._prefetch_done = rows, True  # noqa: SLF001 - as Django's own prefetching does
    vars(instance).setdefault("_prefetched_objects_cache", {})[name] = queryset


def _put(queryset: QuerySet[Any, Any], stand_ins: set[Any]) -> Put:
    compiler = queryset.query.get_compiler(connection=connection)  # of the proxy: each thread has its own behind it
    sql, parameters = compiler.as_sql()
    assert stand_ins <= {one for one in parameters if isinstance(one, ONE)}, "what is given does not stand in the SQL"
    assert not compiler.has_extra_select, "it would be answered with a column more"
    assert not vars(queryset)["_prefetch_related_lookups"], "nothing would be prefetched"
    if connection.vendor == "postgresql":
        sql, parameters = _written_out(sql, parameters, stand_ins)
    converters = compiler.get_converters([column for column, _, _ in compiler.select[: compiler.col_count]])
    return Put(sql, parameters, compiler, converters, _maker(compiler) if vars(queryset)["_fields"] is None else None)


def _written_out(sql: str, values: Row, stand_ins: set[Any]) -> tuple[str, Row]:
    """With what is always the same in its place, so that the server sees that one plan will do."""
    told = ["%s" if one in stand_ins else _literal(one) for one in values]
    around = sql.split("%s")
    return "".join(chain(*zip(around, [*told, ""], strict=True))), tuple(one for one in values if one in stand_ins)


def _literal(value: Any) -> str:
    """A value as PostgreSQL reads it."""
    ops: Any = connection.ops
    return str(ops.compose_sql("%s", [value])).replace("%", "%%")


def _maker(compiler: Any) -> Callable[[Row], Any]:
    """What makes of a row an object of the model, and of those that are selected with it: as a queryset does."""
    assert not compiler.annotation_col_map, "what is annotated would be left out"
    model: type[Model] = compiler.klass_info["model"]
    places = compiler.klass_info["select_fields"]
    own = slice(places[0], places[-1] + 1)
    names = [column.target.attname for column, _, _ in compiler.select[own]]
    populators: Any = get_related_populators  # its types are those of a later Django
    related = populators(compiler.klass_info, compiler.select, connection.alias)

    def made(row: Row) -> Model:
        found = model.from_db(connection.alias, names, row[own])
        for one in related:
            one.populate(row, found)
        return found

    return made


def _stand_in(given: Given, free: Iterator[int]) -> Any:
    """A value of the same type that nobody has, or a list of them of the same length."""
    if isinstance(given, ONE):
        return UUID(int=next(free)) if isinstance(given, UUID) else type(given)(next(free))
    return [next(free) for _ in given]


def _replacing(given: tuple[Given, ...]) -> Iterator[tuple[Any, Any]]:
    """Each stand-in as it stands among the parameters, with what is put there instead."""
    free = count(STAND_INS)
    for some in given:
        for one in [some] if isinstance(some, ONE) else some:
            yield _said(_stand_in(one, free)), _said(one)


def _said(value: Any) -> Any:
    """A value as the database is told it."""
    return value.hex if isinstance(value, UUID) and not connection.features.has_native_uuid_field else value
