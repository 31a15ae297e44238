"""A question that nearly every page asks about a person: put into SQL once, from its querysets, and asked with her key
and with lists of keys that are hers. Knows no model; what is asked stays with the rule that asks it.
"""

from collections.abc import Callable, Collection
from itertools import chain, count
from typing import Any

from django.db import connection
from django.db.models import QuerySet

STAND_INS = -7_340_117  # and downwards: keys that nobody has. Where one stands in the SQL, a real one is put


class Question:
    """What `ask` says of a key and some lists of keys, as tuples. It may depend on nothing else: no clock."""

    def __init__(self, ask: Callable[..., QuerySet[Any, Any]]) -> None:
        self._ask = ask
        self._put: dict[tuple[object, ...], tuple[str, tuple[Any, ...]]] = {}

    def answer(self, key: int, *lists: Collection[int]) -> list[tuple[Any, ...]]:
        """The rows. One query; its SQL is the same for lists of the same lengths. Raises EmptyResultSet when it says
        itself that it has no answer.
        """
        shape = (connection.vendor, *map(len, lists))
        if shape not in self._put:
            free = count(STAND_INS, -1)
            stand_ins = next(free), *([next(free) for _ in some] for some in lists)
            self._put[shape] = self._ask(*stand_ins).query.sql_with_params()
        sql, values = self._put[shape]
        real = dict(zip(count(STAND_INS, -1), chain([key], *lists), strict=False))
        with connection.cursor() as cursor:
            cursor.execute(sql, [real.get(value, value) for value in values])
            return cursor.fetchall()
