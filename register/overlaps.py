"""Live channels of one organisation that are in the same place for the same people: together they may be too many."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, partial
from typing import NamedTuple

from .likeness import alike_to_each, meaningful
from .models import Channel
from .names import Names
from .reach import Reach

MOST_COMPARED = 1_000  # target groups in one place
MOST_SHOWN = 20  # channels of a group
WORDS_TOLD = 6

Audience = frozenset[str] | str


class Held(NamedTuple):
    """What is compared of a channel; `turn` is its place in the order of names."""

    turn: int
    number: int
    audience: str


@dataclass(frozen=True)
class Place:
    """Where channels are: what it is called, and its value in the address of the list."""

    name: str
    value: str


@dataclass(frozen=True)
class Group:
    """Channels in one place whose target groups are all like that of the first. `shared` are words of them all."""

    place: Place
    channels: Sequence[Held]
    audience: str
    same: bool  # whether all have that very target group
    shared: Sequence[str]

    @property
    def told(self) -> str:
        """What tells the group from others: the words it shares, else those of its first target group."""
        words = self.shared or meaningful(self.audience)
        return ", ".join(words[:WORDS_TOLD]) or self.audience

    @property
    def shown(self) -> Sequence[Held]:
        return self.channels[:MOST_SHOWN]


@dataclass(frozen=True)
class Overlaps:
    """The groups, the largest first, and the places that have more target groups than are compared."""

    groups: Sequence[Group]
    cut: Sequence[str]
    compared: int  # the most target groups that are compared in one place


@dataclass(frozen=True)
class Member:
    """A channel of a group as it is shown; hours a week only to somebody who is near it."""

    number: int
    name: str
    unit: str
    audience: str
    hours: Decimal | None


def overlaps(organisation: int, names: Names) -> Overlaps:
    """Every group of two or more among an organisation's live channels. One query."""
    rows = Channel.objects.live().filter(organisation=organisation).order_by("sort_name", "number")
    fields = ("number", "audience", "platform", "kind", "other_platform")
    there: dict[Place, dict[Audience, list[Held]]] = defaultdict(lambda: defaultdict(list))
    place_of, read = cache(partial(_place, names)), cache(_read)
    called: dict[tuple[str, str], Place] = {}
    for turn, (number, audience, *where) in enumerate(rows.values_list(*fields)):
        place = place_of(*where)
        place = called.setdefault((place.value, place.name.casefold()), place)
        there[place][read(audience)].append(Held(turn, number, audience))
    groups = [group for place, held in there.items() for group in _groups(place, held)]
    groups.sort(key=lambda group: (-len(group.channels), group.place.name, group.told))
    return Overlaps(
        groups, sorted(place.name for place, held in there.items() if len(held) > MOST_COMPARED), MOST_COMPARED
    )


def members(groups: Iterable[Group], reach: Reach) -> dict[int, Member]:
    """What is shown of the groups' channels, by their numbers. One query."""
    numbers = [one.number for group in groups for one in group.shown]
    rows = Channel.objects.filter(number__in=numbers).order_by().values_list(
        "number", "name", "unit__name", "audience", "hours_per_week", "organisation", "unit", "steward", "deputy"
    )  # fmt: skip
    return {
        number: Member(number, name, unit, audience, hours if reach.sees(*near) else None)
        for number, name, unit, audience, hours, *near in rows
    }


def _read(text: str) -> Audience:
    """The words that are compared; of a text without such words the text itself, which is like nothing but itself."""
    return frozenset(meaningful(text)) or " ".join(text.casefold().split())


def _place(names: Names, platform: int | None, kind: str, other: str) -> Place:
    return Place(names.place_name(platform, kind, other), names.place(platform, kind))


def _groups(place: Place, held: dict[Audience, list[Held]]) -> list[Group]:
    """Each group is one target group and all that are like it. Those with the most channels first; a target group that
    is in a group begins none of its own, so that every channel with a like stands in some group.
    """
    audiences = sorted(held, key=lambda words: -len(held[words]))[:MOST_COMPARED]
    near = alike_to_each([words if isinstance(words, frozenset) else () for words in audiences], "audience")
    size = [sum(len(held[audiences[each]]) for each in {first, *others}) for first, others in enumerate(near)]
    grouped: set[int] = set()
    found = []
    for first in sorted(range(len(audiences)), key=lambda first: -size[first]):
        if first in grouped or size[first] < 2:
            continue
        grouped |= {first, *near[first]}
        found.append(_group(place, held[audiences[first]], [held[audiences[each]] for each in near[first]]))
    return found


def _group(place: Place, first: list[Held], others: list[list[Held]]) -> Group:
    channels = sorted([*first, *(one for each in others for one in each)])
    texts = {" ".join(text.casefold().split()) for text in {one.audience for one in channels}}
    audience = first[0].audience
    everywhere = frozenset.intersection(*(frozenset(meaningful(text)) for text in texts))
    shared = [word for word in meaningful(audience) if word in everywhere]
    return Group(place, channels, audience, len(texts) == 1, shared)
