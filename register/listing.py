"""The register as somebody asked for it in the address: search, filters, order. Knows no requests, writes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Case, Count, F, IntegerField, Prefetch, Q, Value, When
from django.http import QueryDict

from organisation.models import User
from organisation.swedish import listed

from . import platforms
from .address import AddressError
from .facets import Choice, Facet, all_facets, flag_facet
from .models import Channel, Flag, FormerAddress
from .policies import near
from .search import matching

PER_PAGE = 50
SEARCH, ORDER, PAGE = "sok", "ordning", "sida"
COLUMNS = {
    "kanal": "Kanal",
    "plattform": "Plattform",
    "organisation": "Organisation",
    "bekraftad": "Bekräftad",
}
FIRST_ORDER = "kanal"


@dataclass(frozen=True)
class Chip:
    """Something that narrows the list, and the address without it."""

    text: str
    href: str


@dataclass(frozen=True)
class Column:
    """A heading that sorts: its address, and how it sorts now (ascending, descending or nothing)."""

    text: str
    href: str
    sort: str


@dataclass(frozen=True)
class Listing:
    """What was asked for: the channels, and everything the page says about how they were chosen."""

    typed: str
    order: str
    facets: Sequence[Facet]
    channels: Any
    chips: Sequence[Chip]
    columns: dict[str, Column]
    unknown: Sequence[str]

    @property
    def no_match(self) -> str:
        """«Inga kanaler matchar ’biblo’ på Instagram.»."""
        narrowed = [
            f"{each.joint} {listed([choice.text for choice in each.chosen], 'eller')}"
            for each in self.facets
            if each.chosen
        ]
        verb = f"matchar ’{self.typed}’" if self.typed else "finns"
        return " ".join(["Inga kanaler", verb, *narrowed]) + "."


def read_listing(asked: QueryDict, user: User | AnonymousUser) -> Listing:
    """What the address asks for. What cannot be understood is left out, and said in `unknown`. Each channel that the
    user is near has its flags as `shown_flags`; for others it is empty.
    """
    typed = " ".join(asked.get(SEARCH, "").replace("\x00", " ").split())
    close = near(user)
    facets, found = _narrowed(asked, typed, close)
    order = asked.get(ORDER) or FIRST_ORDER
    unknown = [
        f"Filtret {each.legend} har inget val ’{value}’. Det är inte använt."
        for each in facets
        for value in each.unknown
    ]
    if order.removeprefix("-") not in COLUMNS:
        unknown.append(f"Listan kan inte sorteras efter ’{order}’. Den är sorterad efter kanalens namn.")
        order = FIRST_ORDER
    shown = Flag.objects.filter(channel__in=Channel.objects.filter(close))
    found = found.order_by(*_ordering(order, facets)).select_related("platform", "unit__organisation")
    found = found.prefetch_related(Prefetch("flags", queryset=shown, to_attr="shown_flags"))
    return Listing(typed, order, facets, found, _chips(asked, typed, facets), _columns(asked, order), unknown)


def _narrowed(asked: QueryDict, typed: str, close: Q) -> tuple[list[Facet], Any]:
    """Every facet, and the channels that search and facets leave."""
    facets, found = all_facets(asked.getlist), Channel.objects.filter(_searched(typed))
    for each in facets:
        found = found.filter(each.means)
    flags = flag_facet(asked.getlist("atgard"), found, close)
    return [*facets, flags], found.filter(flags.means)


def totals() -> dict[str, int]:
    """How many channels there are, and how many of them are active and closed."""
    active = Count("pk", filter=Q(status=Channel.Status.ACTIVE))
    closed = Count("pk", filter=Q(status=Channel.Status.CLOSED))
    return Channel.objects.aggregate(all=Count("pk"), active=active, closed=closed)


def _searched(typed: str) -> Q:
    """All the words; or the channel that has, or has had, the address that was typed."""
    if not typed:
        return Q()
    try:
        key = platforms.read(typed).key
    except AddressError:
        return matching(typed)
    former = FormerAddress.objects.filter(address_key=key)
    return matching(typed) | Q(address_key=key) | Q(pk__in=former.values("channel"))


def _ordering(order: str, facets: Sequence[Facet]) -> list[Any]:
    """Swedish order in every database: few platforms and organisations are put in order here, channels by sort_name."""
    name, backwards = order.removeprefix("-"), order.startswith("-")
    by: Any = {"kanal": F("sort_name"), "bekraftad": F("confirmed")}.get(name)
    if by is None:
        by = _rank(next(each.choices for each in facets if each.name == name))
    never: Any = name == "bekraftad" or None  # what was never confirmed was so longest ago
    first = by.desc(nulls_last=never) if backwards else by.asc(nulls_first=never)
    return [first, "sort_name", "number"]


def _rank(choices: Sequence[Choice]) -> Case:
    places = [When(choice.means, then=Value(place)) for place, choice in enumerate(choices) if choice.channels]
    return Case(*places, default=Value(len(choices)), output_field=IntegerField())


def _chips(asked: QueryDict, typed: str, facets: Sequence[Facet]) -> list[Chip]:
    """One for the search, and one for each chosen value."""
    chips = [Chip(f"’{typed}’", _address(asked, SEARCH, []))] if typed else []
    for each in facets:
        for choice in each.chosen:
            others = [other.value for other in each.chosen if other != choice]
            chips.append(Chip(choice.text, _address(asked, each.name, others)))
    return chips


def _columns(asked: QueryDict, order: str) -> dict[str, Column]:
    """Each heading sorts by its column; the one that sorts already turns the order round."""
    columns = {}
    for name, text in COLUMNS.items():
        sort = {name: "ascending", f"-{name}": "descending"}.get(order, "")
        columns[name] = Column(text, _address(asked, ORDER, [f"-{name}" if order == name else name]), sort)
    return columns


def _address(asked: QueryDict, name: str, values: list[str]) -> str:
    """The address with other values of one parameter, from the first page."""
    changed = asked.copy()
    changed.setlist(name, values)
    changed.pop(PAGE, None)
    for key in [key for key in changed if not any(changed.getlist(key))]:
        del changed[key]
    return f"?{changed.urlencode()}"
