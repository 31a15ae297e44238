"""What a list must show, worked out the slow way: by looking at each channel. Uses nothing that the list is made of."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any

from organisation.models import Organisation, Unit, User
from register.models import Channel, Platform
from register.policies import may_read_all

STATUSES = {"preparing": "forbereds", "active": "aktiv", "closing": "avvecklas", "closed": "avslutad"}
KINDS = {
    "social": "sociala-medier", "web": "webbplats", "e_service": "e-tjanst", "app": "app", "newsletter": "nyhetsbrev",
    "other": "annat",
}  # fmt: skip
NEEDS = {
    "review_overdue": "oversyn", "goal_not_followed": "mal", "access_unconfirmed": "atkomst", "no_deputy": "ersattare",
    "steward_left": "ansvarig", "routines_incomplete": "rutiner", "no_description": "beskrivning",
    "archiving_remains": "arkivering",
}  # fmt: skip
KIND_NAMES = {
    "web": "Webbplats", "e_service": "E-tjänst", "app": "App", "newsletter": "Nyhetsbrev", "other": "Annat"
}  # fmt: skip
FACETS = ("plattform", "status", "atgard", "organisation", "verksamhet", "typ", "bekraftad")
DATES = {"bekraftad": "confirmed", "registrerad": "registered", "avslutad": "ended"}
LATE = str.maketrans({"å": "{", "ä": "|", "ö": "}"})  # after z, as signs are numbered


def fold(text: str) -> str:
    return text.casefold().replace("é", "e").replace("ü", "y")


def swedish(text: str) -> str:
    return fold(text).translate(LATE)


@dataclass
class Oracle:
    """The channels there are, and one who reads the list of them."""

    channels: list[Channel]
    reader: User
    typed: dict[str, set[Any]]  # addresses that channels have or had

    def __post_init__(self) -> None:
        self.near = {channel.pk for channel in self.channels if may_read_all(self.reader, channel)}
        self.platforms = {row.key: row.name for row in Platform.objects.all()}
        self.organisations = {str(row.pk): row.name for row in Organisation.objects.all()}
        self.units = {str(row.pk): str(row.organisation_id) for row in Unit.objects.all()}

    # ---- What a channel is -------------------------------------------------------------------------
    def values(self, facet: str, channel: Channel) -> Collection[str]:
        """The values of a facet that the channel has, as the reader sees it."""
        if facet == "atgard":
            return [NEEDS[flag.kind] for flag in channel.flags.all()] if channel.pk in self.near else []
        return {
            "plattform": [channel.platform.key if channel.platform else channel.kind],
            "status": [STATUSES[channel.status]],
            "organisation": [str(channel.unit.organisation_id)],
            "verksamhet": [str(channel.unit_id)],
            "typ": [KINDS[channel.kind]],
            "bekraftad": [str(channel.confirmed.year) if channel.confirmed else "aldrig"],
        }[facet]

    def text(self, channel: Channel) -> str:
        """All that it is searched by."""
        platform = channel.platform
        named = platform.name if platform and platform.key != "other" else channel.other_platform
        where = named or KIND_NAMES[channel.kind]
        parts = (
            channel.name, f"K-{channel.number}", channel.handle, channel.address, where, channel.unit.name,
            channel.unit.organisation.name, channel.audience, channel.purpose,
        )  # fmt: skip
        return "\n".join(map(fold, parts))

    # ---- What is asked -----------------------------------------------------------------------------
    def known(self, facet: str, asked: dict[str, list[str]]) -> Collection[str]:
        """The values that can be chosen."""
        if facet == "verksamhet":
            chosen = [one for one in asked.get("organisation", ()) if one in self.organisations]
            return [unit for unit, place in self.units.items() if place in chosen]
        if facet == "atgard":
            return NEEDS.values() if self.near else ()
        if facet == "bekraftad":
            return {value for one in self.channels for value in self.values(facet, one)} | {"aldrig"}
        fixed: dict[str, Collection[str]] = {
            "plattform": {*self.platforms, *KIND_NAMES}, "status": STATUSES.values(),
            "organisation": self.organisations, "typ": KINDS.values(),
        }  # fmt: skip
        return fixed[facet]

    def chosen(self, asked: dict[str, list[str]]) -> dict[str, list[str]]:
        """Of what is asked, that which can be chosen."""
        found = {facet: [one for one in asked.get(facet, ()) if one in self.known(facet, asked)] for facet in FACETS}
        return {facet: values for facet, values in found.items() if values}

    def found(self, asked: dict[str, list[str]], chosen: dict[str, list[str]]) -> list[Channel]:
        """Those that are shown, in no order."""
        return [one for one in self.channels if self._is_chosen(one, chosen) and self._is_asked(one, asked)]

    def _is_chosen(self, channel: Channel, chosen: dict[str, list[str]]) -> bool:
        return all(set(values) & set(self.values(facet, channel)) for facet, values in chosen.items())

    def _is_asked(self, channel: Channel, asked: dict[str, list[str]]) -> bool:
        for name, field in (("registrerad", "registered"), ("avslutad", "ended")):
            if name in asked and _quarter(getattr(channel, field)) != asked[name][0].upper():
                return False
        typed = asked.get("sok", [""])[0]
        return not typed or self._has(channel, typed) or self._words_in(typed, self.text(channel))

    def _has(self, channel: Channel, typed: str) -> bool:
        return channel.pk in self.typed.get(typed, ())

    def _words_in(self, typed: str, text: str) -> bool:
        words = fold(typed).replace("https://", "").replace("www.", "").split()
        return all(word.strip("@/.,;:!?\"'”’()") in text for word in words)

    # ---- In which order ----------------------------------------------------------------------------
    def ordered(self, found: Iterable[Channel], asked: dict[str, list[str]]) -> list[Channel]:
        """As Swedes put names in order; dates that are not there first; a search has the best first."""
        order = asked.get("ordning", [""])[0]
        column, backwards = order.removeprefix("-"), order.startswith("-")
        by_name = sorted(found, key=lambda one: (swedish(one.name), one.number))
        if not column and "sok" in asked:
            return sorted(by_name, key=lambda one: self._tier(one, asked["sok"][0]))
        if column in ("", "kanal"):
            return by_name[::-1] if backwards else by_name
        keys: dict[str, Callable[[Channel], Any]] = {
            "plattform": lambda one: swedish(self._place(one)),
            "typ": lambda one: list(KINDS).index(one.kind),
            "organisation": lambda one: swedish(one.unit.organisation.name),
            "status": lambda one: list(STATUSES).index(one.status),
        }
        key = keys.get(column) or (lambda one: str(getattr(one, DATES[column]) or ""))
        return sorted(by_name, key=key, reverse=backwards)  # a sort in reverse leaves those alike in their order

    def _tier(self, channel: Channel, typed: str) -> int:
        return 0 if self._has(channel, typed) else 1 if self._words_in(typed, fold(channel.name)) else 2

    def _place(self, channel: Channel) -> str:
        return channel.platform.name if channel.platform else KIND_NAMES[channel.kind]


def _quarter(day: Any) -> str:
    return f"{day.year}-K{(day.month + 2) // 3}" if day else ""
