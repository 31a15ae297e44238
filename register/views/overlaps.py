"""Channels of one organisation that resemble each other, for those who look after the whole."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from organisation import grants
from organisation.models import Unit, User
from organisation.paging import page_asked
from organisation.requests import SignedInRequest
from organisation.swedish import listed
from register.charts import LIVE, list_address
from register.models import Channel
from register.names import Names, names
from register.overlaps import WORDS_TOLD, Group, Member, Overlaps, members, overlaps
from register.reach import reach
from register.remembering import remembered
from register.tally import State, Tally, tally

PER_PAGE = 10  # groups
ORGANISATION = "organisation"


@dataclass(frozen=True)
class Shown:
    """A group on the page: what its channels share, those of them that are listed, and the list around them."""

    group: Group
    members: list[Member]
    shares: str
    around: str

    @property
    def more(self) -> int:
        return len(self.group.channels) - len(self.members)

    @property
    def hours(self) -> bool:
        """Whether the hours of any channel are shown."""
        return any(member.hours is not None for member in self.members)


def show(request: SignedInRequest) -> HttpResponse:
    """The organisation is in the address; else it is the reader's own."""
    seen = tally()
    called = names(seen)
    asked = request.GET.get(ORGANISATION, "")
    chosen = next((pk for pk in called.organisations if str(pk) == asked), None) or _own(request.user, called)
    context: dict[str, Any] = {"organisations": called.organisations, "chosen": chosen}
    if asked and str(chosen) != asked:
        context["unknown"] = f"Det finns ingen organisation ’{asked}’."
    if chosen:
        found = _remembered(chosen, seen.state, called)
        page = page_asked(found.groups, PER_PAGE, request.GET)
        context |= {"name": called.organisations[chosen], "found": found, "page": page}
        context |= {"groups": _shown(page, chosen, request.user), "live": _live(seen, chosen)}
    return render(request, "register/overlaps.html", context)


def _remembered(organisation: int, state: State, called: Names) -> Overlaps:
    """To compare takes time, and the next page of them is compared already."""
    return remembered(lambda: overlaps(organisation, called), "overlaps", organisation, state)


def _live(seen: Tally, organisation: int) -> int:
    """How many channels of an organisation could resemble each other."""
    there = ((sort, number) for sort, number in seen.sorts.items() if sort.organisation == organisation)
    return sum(number for sort, number in there if sort.status != Channel.Status.CLOSED)


def _own(user: User, called: Names) -> int | None:
    """The organisation of somebody's unit, unless there are others only that she is consulted for: then the first."""
    consulted = grants.duties(user).consulted
    own = Unit.objects.filter(staff=user).values_list("organisation", flat=True).first()
    if own not in consulted:
        own = next((pk for pk in called.organisations if pk in consulted), own)
    return own if own in called.organisations else None


def _shown(groups: Iterable[Group], organisation: int, user: User) -> list[Shown]:
    groups = list(groups)
    known = members(groups, reach(user))
    return [
        Shown(
            group,
            [known[one.number] for one in group.shown if one.number in known],
            _shares(group),
            list_address(organisation=str(organisation), plattform=group.place.value, status=LIVE),
        )
        for group in groups
    ]


def _shares(group: Group) -> str:
    if group.same:
        return f"Alla har målgruppen ”{group.audience}”."
    if not group.shared:
        return f"Målgrupperna liknar ”{group.audience}”."
    quoted = listed([f"”{word}”" for word in group.shared[:WORDS_TOLD]])
    words = "ordet" if len(group.shared) == 1 else "orden"
    return f"Målgrupperna har {'bland annat ' if len(group.shared) > WORDS_TOLD else ''}{words} {quoted} gemensamt."
