"""Texts to begin from, made of what the register knows of a channel. Reads a channel, asks the database nothing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from register.models import Channel, ChannelKind, PlatformLimit

from .fit import fits, most_generous
from .points import PURPOSE

# The city's own example of a short description, for Instagram.
EXAMPLE = (
    "Det här är xxx-verksamhetens officiella Instagramkonto. Läs mer om våra regler på www.goteborg.se/socialamedier"
)
OFFICIAL = {
    ChannelKind.SOCIAL: "Officiellt konto",
    ChannelKind.WEB: "Officiell webbplats",
    ChannelKind.E_SERVICE: "Officiell e-tjänst",
    ChannelKind.APP: "Officiell app",
    ChannelKind.NEWSLETTER: "Officiellt nyhetsbrev",
}
COMMENTS = {
    Channel.Comments.OPEN: "Kommentera gärna det som inlägget handlar om.",
    Channel.Comments.LIMITED: "Kommentarer är begränsade.",
    Channel.Comments.CLOSED: "Kommentarer är stängda.",
}
REMOVED = "Vi tar bort hot, hat, personangrepp och reklam."
REPORT = "Anmäl kränkande inlägg till oss eller till plattformen."
RECORDS = "Kommentarer är allmän handling, och vi sparar och gallrar dem enligt beslut."
PRIVATE = "Skriv inte om dig själv eller andra här."


Variant = tuple[str, tuple[str, ...]]  # a text, and the points it tells


@dataclass(frozen=True)
class Suggestion:
    """A text to begin from, and the points it tells. `fits` is whether the platform has room for it."""

    key: str
    title: str
    text: str
    tells: tuple[str, ...]
    fits: bool


def suggest(channel: Channel, *, city: str, link: str, limits: Sequence[PlatformLimit]) -> list[Suggestion]:
    """A short text for the field with least room and a long one for that with most; one, when they are the same.

    Each is the longest variant that fits, and the shortest there is when none does.
    """
    told = _Told(channel, city, link)
    narrow = min(limits, key=lambda each: each.limit, default=None)
    short = _longest("kort", "Kort text", told.short(), narrow)
    long = _longest("lang", "Längre text", told.long(), most_generous(limits))
    return [short, long] if long.text != short.text else [short]


def _longest(key: str, title: str, variants: Sequence[Variant], limit: PlatformLimit | None) -> Suggestion:
    fitting = [each for each in variants if fits(each[0], limit)]
    text, tells = max(fitting or variants, key=lambda each: len(each[0]) if fitting else -len(each[0]))
    return Suggestion(key, title, text, tells, fits=bool(fitting))


@dataclass(frozen=True)
class _Told:
    """The parts of the texts, and how they are put together, the fullest first."""

    channel: Channel
    city: str
    link: str

    def short(self) -> list[Variant]:
        """Who is behind it, and where the rules stand; more where there is room."""
        unit = self.channel.unit
        variants = [
            [self._sender, self._hours, self._comments],
            [self._sender, self._hours],
            [self._sender],
            [f"{self._official} för {unit}"],
            [f"{unit}, {self.city}"],
            [str(unit)],
        ]
        return [(_put([*parts, self._rules]), ()) for parts in variants]

    def long(self) -> list[Variant]:
        """Also why the channel is there, and the rules for comments told in the text itself."""
        why = [self._sender, self._audience, self.channel.purpose.strip(), self._hours, self._comments]
        variants: list[tuple[list[str], tuple[str, ...]]] = [
            (why, (PURPOSE, "comments_use")),
            ([self._sender, self._audience, self._hours], (PURPOSE,)),
            ([self._sender, self._audience], (PURPOSE,)),
        ]
        if self.channel.comments != Channel.Comments.CLOSED:
            house_rules = (PURPOSE, "comments_use", "removed", "report")
            variants.append(([*why, REMOVED, REPORT], house_rules))
            variants.append(([*why, REMOVED, REPORT, RECORDS, PRIVATE], (*house_rules, "records")))
        return [*((_put([*parts, self._rules]), tells) for parts, tells in variants), *self.short()]

    @property
    def _official(self) -> str:
        return OFFICIAL.get(ChannelKind(self.channel.kind), "Officiell kanal")

    @property
    def _sender(self) -> str:
        return f"{self._official} för {self.channel.unit}, en del av {self.city}"

    @property
    def _audience(self) -> str:
        return f"För {_inside(self.channel.audience)}"

    @property
    def _comments(self) -> str:
        return COMMENTS[Channel.Comments(self.channel.comments)]

    @property
    def _hours(self) -> str:
        who, when = self.channel.contact_function.strip(), _inside(self.channel.staffed_hours)
        if who:
            return f"{who[:1].upper()}{who[1:]} svarar {when}" if when else f"{who[:1].upper()}{who[1:]} svarar"
        return f"Bemannat {when}" if when else ""

    @property
    def _rules(self) -> str:
        return f"Regler: {re.sub(r'^https?://(www[.])?', '', self.link).rstrip('/')}"


def _put(parts: Sequence[str]) -> str:
    """Sentences in a row. The address at the end has no full stop: it would be taken for a part of it."""
    *sentences, last = [part for part in parts if part]
    ended = [part if part.endswith((".", "!", "?")) else f"{part}." for part in sentences]
    return " ".join([*ended, last])


def _inside(text: str) -> str:
    """A text inside a sentence: with a small letter first, but for words such as SFI."""
    text = text.strip()
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == "" else text
