"""What the register looks like in numbers, as tables with bars: every number is that of the list behind its link."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Q, Sum
from django.db.models.functions import TruncQuarter
from django.urls import reverse

from organisation.swedish import counted, order_key

from .flags import BITS
from .models import Channel
from .names import FLAGS, STATUSES, Names
from .quarters import Quarter, latest, quarter_of
from .reach import Reach, needs_singly
from .tally import Tally

Counted = tuple[str, str, int]  # a value as it stands in the address, as one reads it, and how many channels have it
MOST = 5  # rows of platforms
QUARTERS = 8
NEAR = "I de kanaler som du har insyn i"
LIVE = [value for status, value in STATUSES.items() if status != Channel.Status.CLOSED]


@dataclass(frozen=True)
class Bar:
    """What is counted, the list behind it, and how long its bar is: hundredths of the longest."""

    text: str
    href: str
    number: int | Decimal
    share: int
    beside: str = ""  # «14 kanaler», under the text


@dataclass(frozen=True)
class Chart:
    """A table with bars, the headings of its first and its last column, and what is said when it has no rows."""

    title: str
    rows: Sequence[Bar]
    what: str
    number: str = "Kanaler"
    note: str = ""
    none: str = "Inga kanaler är registrerade än."


@dataclass(frozen=True)
class Turnover:
    """What came to the register in a quarter, and what left it."""

    quarter: Quarter
    bars: Sequence[Bar]


def platform_chart(counts: Iterable[Counted], most: int = MOST) -> Chart:
    """The platforms with the most channels. When they are more than fit, the last row is the rest of them."""
    held = _largest_first(counts)
    shown, rest = (held, []) if len(held) <= most else (held[: most - 1], held[most - 1 :])
    rows = [(text, list_address(plattform=value), number) for value, text, number in shown]
    if rest:
        everything = list_address(plattform=[value for value, _, _ in rest])
        rows.append(("Övriga", everything, sum(number for _, _, number in rest)))
    return Chart("Kanaler per plattform", _bars(rows), "Plattform")


def needs_chart(counts: Iterable[Counted], *, everything: bool) -> Chart:
    """What needs attention, the most common first. It says so when not `everything` is counted."""
    rows = [(text, list_address(atgard=value), number) for value, text, number in _largest_first(counts)]
    none = "Ingen kanal som du har insyn i behöver åtgärd."
    return Chart("Behöver åtgärd", _bars(rows), "Åtgärd", note="" if everything else NEAR, none=none)


def turnover(day: dt.date) -> list[Turnover]:
    """How many channels were registered and ended in each of the latest quarters, that of the day first. Two
    queries.
    """
    quarters = latest(QUARTERS, day)
    came, left = (_per_quarter(field, quarters[-1].first) for field in ("registered", "ended"))
    most = max([*came.values(), *left.values()], default=0)

    def bar(text: str, name: str, quarter: Quarter, number: int) -> Bar:
        return Bar(text, list_address(**{name: quarter.value}) if number else "", number, _share(number, most))

    return [
        Turnover(
            quarter,
            [
                bar("Registrerade", "registrerad", quarter, came.get(quarter, 0)),
                bar("Avslutade", "avslutad", quarter, left.get(quarter, 0)),
            ],
        )
        for quarter in quarters
    ]


def hours_charts(reach: Reach, organisations: Mapping[int, str]) -> list[Chart]:
    """The hours a week that are promised for live channels: in the organisations that somebody sees the whole of, and
    in single units that she decides for elsewhere. What one only cares for oneself is not summed. Two queries at most.
    """
    charts = []
    if reach.everything or reach.organisations:
        wanted = Q() if reach.everything else Q(organisation__in=reach.organisations)
        held = _promised(wanted, "organisation")
        rows = [(organisations.get(pk, ""), {"organisation": [str(pk)]}, hours, number) for pk, hours, number in held]
        near = "" if reach.everything else "de organisationer som du har insyn i"
        charts.append(_hours("organisation", rows, near))
    if reach.units and not reach.everything:
        wanted = Q(unit__in=reach.units) & ~Q(organisation__in=reach.organisations)
        found = _promised(wanted, "unit", "unit__name", "organisation")
        parts = [
            (
                f"{name}, {organisations.get(place, '')}",
                {"organisation": [str(place)], "verksamhet": [str(unit)]},
                hours,
                number,
            )
            for unit, name, place, hours, number in found
        ]
        charts.append(_hours("verksamhet", parts, "de verksamheter som du beslutar för"))
    return [chart for chart in charts if chart.rows]


def platforms_held(seen: Tally, called: Names) -> list[Counted]:
    """How many channels there are in each place."""
    held: Counter[str] = Counter()
    for place, number in seen.by["place"].items():
        held[called.place(*place)] += number
    return [(value, name, held[value]) for value, name in called.platforms.items()]


def needs_held(seen: Tally, reach: Reach) -> list[Counted]:
    """How many of the channels that somebody is near have each need; nothing for those who are near none."""
    held: Counter[int] = Counter()
    for (organisation, bit), number in seen.flags.items():
        if reach.covers(organisation):
            held[bit] += number
    singly = needs_singly(reach, seen.state)
    for needs, number in singly.items():
        for bit in BITS.values():
            held[bit] += number if needs & bit else 0
    near = reach.everything or reach.organisations or singly
    return [(FLAGS[kind], str(kind.label), held[bit]) for kind, bit in BITS.items()] if near else []


def list_address(**filters: str | Sequence[str]) -> str:
    """The register's list with such filters."""
    return f"{_list()}?{urlencode(filters, doseq=True)}"


@cache
def _list() -> str:
    return reverse("register:list")


def _per_quarter(field: str, since: dt.date) -> dict[Quarter, int]:
    rows = Channel.objects.filter(**{f"{field}__gte": since}).order_by()
    return {
        quarter_of(day): number for day, number in rows.values_list(TruncQuarter(field)).annotate(channels=Count("*"))
    }


def _promised(wanted: Q, *by: str) -> Iterable[tuple[Any, ...]]:
    """Rows of what it is summed by, the sum of hours and the number of channels."""
    live = Channel.objects.live().filter(wanted).order_by()
    return live.values_list(*by).annotate(hours=Sum("hours_per_week"), channels=Count("*"))


def _hours(what: str, rows: Iterable[tuple[str, Mapping[str, Sequence[str]], Decimal, int]], near: str) -> Chart:
    in_order = sorted(rows, key=lambda row: (-row[2], order_key(row[0])))
    most = max((hours for _, _, hours, _ in in_order), default=Decimal())
    bars = [
        Bar(
            text,
            list_address(**filters, status=LIVE),
            hours,
            _share(hours, most),
            counted(number, "kanal", "kanaler", neuter=False),
        )
        for text, filters, hours, number in in_order
    ]
    note = "Timmar per vecka i kanaler som inte är avslutade" + (f", i {near}" if near else "")
    return Chart(f"Utlovade timmar per {what}", bars, what.capitalize(), "Timmar per vecka", note)


def _largest_first(counts: Iterable[Counted]) -> list[Counted]:
    """Those that have channels; of as many, in the order they came."""
    return sorted((one for one in counts if one[2]), key=lambda one: -one[2])


def _bars(rows: Sequence[tuple[str, str, int]]) -> list[Bar]:
    most = max((number for _, _, number in rows), default=0)
    return [Bar(text, href, number, _share(number, most)) for text, href, number in rows]


def _share(number: int | Decimal, most: int | Decimal) -> int:
    """Hundredths of the greatest; what is not nothing can be seen."""
    return max(round(100 * number / most), 1) if number else 0
