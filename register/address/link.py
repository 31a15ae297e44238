"""Takes a typed link apart, and refuses what is no link to a public page. Knows no platforms."""

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urlsplit

import idna

MOST = 500  # characters in an address, as typed and as kept

_STRAY = "\"'`´”“„’‘‚«»‹›<>,;"
_EDGES = re.compile(rf"^[\s{_STRAY}]+|[\s{_STRAY}]+$")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_EMAIL = re.compile(r"(mailto:.*|[^@/:]+@[^@/:]+\.[^@/:.]+)", re.IGNORECASE)
_SENDS_ON = {
    "bit.ly", "t.co", "goo.gl", "tinyurl.com", "ow.ly", "lnkd.in", "fb.me", "fb.watch", "pin.it", "spoti.fi", "flic.kr",
    "vm.tiktok.com", "vt.tiktok.com", "l.facebook.com", "lm.facebook.com", "l.instagram.com", "l.threads.com",
}  # fmt: skip
_SAFE_LINKS = ".safelinks.protection.outlook.com"
WHOLE = "Skriv hela adressen, till exempel https://www.exempel.se/sida eller instagram.com/namn."


class AddressError(ValueError):
    """The text is no address of a channel. Its message is in Swedish and tells how to mend it."""


@dataclass(frozen=True)
class Link:
    """A link in parts. The host is lower case ASCII; the parts of the path are decoded and in their typed case."""

    host: str
    parts: tuple[str, ...] = ()
    query: tuple[tuple[str, str], ...] = ()
    after_hash: tuple[str, ...] = ()  # the path of old links such as twitter.com/#!/name

    def value(self, name: str) -> str:
        """What the query says of the name, or nothing."""
        return next((value for key, value in self.query if key == name), "")


def clean(text: str) -> str:
    """Without what comes along when one copies: quotes, zero-width signs, spaces round it. Raises AddressError."""
    visible = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    tidy = _EDGES.sub("", unicodedata.normalize("NFC", visible))
    if not tidy:
        raise AddressError("Skriv en adress.")
    if len(tidy) > MOST:
        raise AddressError(f"Adressen får vara högst {MOST} tecken. Skriv adressen till kanalens första sida.")
    if any(sign.isspace() for sign in tidy):
        raise AddressError("Adressen innehåller mellanslag eller flera adresser. Skriv en adress, utan mellanslag.")
    if "\\" in tidy:
        raise AddressError("Adressen innehåller ett omvänt snedstreck (\\). Använd vanliga snedstreck (/).")
    if any(unicodedata.category(sign) in ("Cc", "Cs") for sign in tidy):
        raise AddressError("Adressen innehåller tecken som inte går att läsa. Skriv den för hand.")
    return tidy


def read_link(text: str) -> Link:
    """The link that a cleaned text is, with or without https. Raises AddressError."""
    if _EMAIL.fullmatch(text):
        raise AddressError("Det är en e-postadress. Skriv adressen till kanalen, till exempel instagram.com/namn.")
    whole = _with_scheme(text)
    try:
        split = urlsplit(whole)
        port = split.port
    except ValueError as error:
        raise AddressError(f"Adressen går inte att läsa. {WHOLE}") from error
    if "@" in split.netloc:
        raise AddressError("Adressen innehåller inloggningsuppgifter före @. Ta bort dem och skriv adressen igen.")
    host = clean_host(split.hostname or "")
    if host in _SENDS_ON or host.endswith(_SAFE_LINKS):
        raise AddressError("Det är en länk som skickar vidare. Öppna den och kopiera adressen som webbläsaren visar.")
    return Link(
        host=host if port in (None, 80, 443) else f"{host}:{port}",
        parts=_parts(split.path),
        query=tuple(parse_qsl(split.query, keep_blank_values=True)),
        after_hash=_parts(split.fragment.removeprefix("!")) if split.fragment.startswith("!/") else (),
    )


def clean_host(host: str) -> str:
    """The host in lower case ASCII, as name servers know it. Raises AddressError when it cannot be a public host."""
    if "." not in host.strip("."):
        raise AddressError(WHOLE)
    try:
        ascii_host = idna.encode(host, uts46=True).decode().removesuffix(".")
    except UnicodeError as error:
        raise AddressError(f"Värdnamnet ”{host}” går inte att läsa. Kontrollera stavningen.") from error
    if ascii_host.rpartition(".")[2].isdigit():
        raise AddressError("Adressen består av siffror i stället för ett namn. Skriv webbplatsens namn.")
    return ascii_host


def _with_scheme(text: str) -> str:
    if text.startswith("//"):
        return "https:" + text
    scheme = _SCHEME.match(text)
    if scheme is None:
        return "https://" + text
    if not text.startswith("//", scheme.end()) or scheme[1].lower() not in ("http", "https"):
        raise AddressError("Adressen ska börja med https://. Ta bort det som står före och skriv adressen igen.")
    return text


def _parts(path: str) -> tuple[str, ...]:
    """The parts of a path, decoded; «.» and «..» are followed the way a browser does."""
    parts: list[str] = []
    for raw in path.split("/"):
        part = unicodedata.normalize("NFC", unquote(raw))
        if "\N{REPLACEMENT CHARACTER}" in part or any(unicodedata.category(sign) == "Cc" for sign in part):
            raise AddressError("Adressen innehåller tecken som inte går att läsa. Kopiera den på nytt.")
        if part == "..":
            del parts[-1:]
        elif part not in ("", "."):
            parts.append(part)
    return tuple(parts)
