"""How one platform writes the addresses of its accounts, as a class; the platforms themselves are in rules."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from .link import AddressError, Link


@dataclass(frozen=True)
class Address:
    """A channel's address. Two addresses of the same channel have the same key."""

    platform: str  # «facebook»; always what the key begins with
    account: str  # the user name as shown, without @
    canonical: str  # the address to link to, with https
    key: str  # «facebook:goteborgsstad»


def lower(name: str) -> str:
    """For names that are the same in capitals and small letters."""
    return unicodedata.normalize("NFC", name.lower())


def as_is(name: str) -> str:
    """For ids where capitals and small letters differ."""
    return name


@dataclass(frozen=True)
class Way:
    """One way to an account: what stands before its name when read («@», «company/», or nothing), and when written."""

    before: str
    written: str
    mark: str = ""  # goes into the key where two ways can lead to two accounts of the same name
    shape: str = ""  # only for names of another shape than the platform's other names
    fold: Callable[[str], str] | None = None


@dataclass(frozen=True, kw_only=True)
class Rule:
    """The rule of one platform. The shape is that of a name after it has been folded for comparison."""

    key: str
    name: str
    hosts: tuple[str, ...]
    site: str  # the host of canonical addresses
    example: str
    ways: tuple[Way, ...]  # the first that fits is taken, so a way with nothing before comes last
    typed: tuple[Way, ...]  # how a bare name is understood: the first whose shape fits, and the last otherwise
    shape: str
    shape_in_words: str
    fold: Callable[[str], str] = lower
    refused: Mapping[str, str] = field(default_factory=dict)  # first part of the path: why it is no account
    number: str = ""  # what an account name of digits only would really be
    posts: str = r"(?!)"  # what follows the name in the address of a single post
    dotted: bool = False  # names look like host names
    rewrite: Callable[[Link], Link] | None = None  # other ways of writing, made into the usual one

    def read(self, link: Link) -> Address:
        """The account that a link on this platform leads to. Raises AddressError."""
        if self.rewrite:
            link = self.rewrite(link)
        if not link.parts:
            raise AddressError(f"Adressen saknar kontots namn. {self._mend}")
        first = link.parts[0].lower()
        if first in self.refused:
            raise AddressError(f"{self.refused[first]} {self._mend}")
        way, rest = self._way(link.parts)
        if not rest:
            raise AddressError(f"Adressen saknar kontots namn. {self._mend}")
        if re.fullmatch(self.posts, "/".join(rest[1:]), re.IGNORECASE):
            raise AddressError(f"Adressen går till ett enskilt inlägg. {self._mend}")
        return self._address(way, rest[0].removeprefix("@"))

    def named(self, typed: str) -> Address:
        """The account with a bare name, with or without @. Raises AddressError."""
        name = typed.removeprefix("@")
        ways = self.typed[-1:] if typed.startswith("@") else self.typed
        fitting = (way for way in ways if re.fullmatch(way.shape or self.shape, (way.fold or self.fold)(name)))
        return self._address(next(fitting, self.typed[-1]), name)

    @property
    def _mend(self) -> str:
        return f"Skriv adressen till kontot, till exempel {self.example}."

    def _way(self, parts: tuple[str, ...]) -> tuple[Way, tuple[str, ...]]:
        for way in self.ways:
            folder = way.before.removesuffix("/")
            if way.before.endswith("/") and parts[0].lower() == folder:
                return way, parts[1:]
            if not way.before.endswith("/") and parts[0].startswith(way.before):
                return way, parts
        raise AddressError(f"Adressen går inte till ett konto på {self.name}. {self._mend}")

    def _address(self, way: Way, name: str) -> Address:
        compared = (way.fold or self.fold)(name)
        if not way.before:
            self._refuse_own_words(name.lower(), compared)
        if self.number and not way.before and compared.isdigit():
            raise AddressError(f"{self.number} {self._mend}")
        if not re.fullmatch(way.shape or self.shape, compared):
            raise AddressError(f"{self.shape_in_words} Kontrollera stavningen.")
        return Address(
            platform=self.key,
            account=name,
            canonical=self._canonical(way, compared),
            key=f"{self.key}:{way.mark}{compared}",
        )

    def _refuse_own_words(self, *names: str) -> None:
        for name in names:
            if name in self.refused:
                raise AddressError(f"{self.refused[name]} {self._mend}")
            if any(way.before == f"{name}/" for way in self.ways):
                raise AddressError(f"Adressen saknar kontots namn. {self._mend}")

    def _canonical(self, way: Way, name: str) -> str:
        if not self.site:  # the server stands in the name
            name, _, host = name.partition("@")
            return f"https://{host}/{way.written}{name}"
        return f"https://{self.site}/{way.written}{quote(name, safe='@:+')}"
