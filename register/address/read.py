"""Reads an address: which platform it belongs to, and which account there. Uses the platforms' rules."""

import re
from collections.abc import Collection
from urllib.parse import quote

from .elsewhere import WEB, plain_hosts, read_added, read_page
from .link import MOST, AddressError, Link, clean, read_link
from .rule import Address
from .rules import RULES

PLATFORM_NAMES: dict[str, str] = {key: rule.name for key, rule in RULES.items()} | {
    "web": "Webbplats",
    "e_service": "E-tjänst",
    "app": "App",
    "newsletter": "Nyhetsbrev",
    "podcast": "Podd",
    "other": "Annan plattform",
}
PLATFORM_HOSTS: dict[str, tuple[str, ...]] = {key: rule.hosts for key, rule in RULES.items()}

_IN_A_SENTENCE = {
    "web": "en webbplats",
    "e_service": "en e-tjänst",
    "app": "en app",
    "newsletter": "ett nyhetsbrev",
    "podcast": "en podd",
    "other": "en annan plattform",
}
_MAY_STAND_ON = {  # besides a web site of its own
    "app": {"app_store", "google_play"},
    "podcast": {"spotify"},
    "other": {"mastodon"},  # others in the fediverse have the same addresses
}

_LONGEST_NAME = 253
_KEY_OF_HOST = {host: rule.key for rule in RULES.values() for host in rule.hosts}
_LABEL = re.compile(r"(www|m|mobile|web|touch|mbasic|[a-z]{2}(-[a-z]{2})?)\.")  # device or language
_NOT_MASTODON = {"medium.com", "substack.com"}  # others with @name in their addresses
_FEDIVERSE_NAME = re.compile(r"@[A-Za-z0-9_.-]{1,30}")
_FEDIVERSE_ACCOUNT = re.compile(r"(@[^@/?#:]+)@([^@/?#]+)")
_BARE = re.compile(r"@?[^/?#@:]+|[0-9]+@[Nn][0-9]+|did:(plc|web):[^/?#@]+")
_ENDS_HOSTS = re.compile(r"[a-z]{2}|com|net|org|info|biz|gov|edu|int|app|dev|social|blog|online|site|shop|name|mobi")


def read_address(
    text: str, platform: str | None = None, platform_name: str | None = None, hosts: Collection[str] = ()
) -> Address:
    """The channel's address in what somebody typed. Raises AddressError, whose Swedish message tells how to mend it.

    With a platform the address must belong to it, and a bare user name is enough. A web site, e-service, app,
    newsletter or podcast has no platform of its own: its key says where it stands («web:exempel.se/brev»).
    For a platform that is not among PLATFORM_NAMES, platform_name and hosts come from whoever added it.
    """
    typed = clean(text)
    platform = platform or None
    name = platform_name or PLATFORM_NAMES.get(platform or "", platform or "")
    added = [] if platform in PLATFORM_NAMES else plain_hosts(hosts)
    rule = RULES.get(platform or "")
    if rule and _is_bare(typed, dotted=rule.dotted):
        return _short_enough(rule.named(typed))
    if platform and added and _is_bare(typed, dotted=False):
        return _short_enough(read_added(Link(added[0], (typed,)), platform))
    link = _link(typed, in_fediverse=platform == "mastodon")
    if platform and added and link.host.removeprefix("www.") in added:
        return _short_enough(read_added(link, platform))
    found = _platform_of(link) or WEB
    if platform and not _fits(found, platform, has_hosts=bool(added)):
        raise AddressError(_belongs_elsewhere(found, platform, name, added, bare=not link.parts))
    return _short_enough(RULES[found].read(link) if found in RULES else read_page(link))


def host_of(text: str) -> str:
    """The host that a link leads to, without www, or nothing when the text is no link. Raises nothing."""
    try:
        return _link(clean(text), in_fediverse=False).host.removeprefix("www.")
    except AddressError:
        return ""


def _is_bare(typed: str, *, dotted: bool) -> bool:
    """Whether the text is a user name and no link. «bibliotek.se» is a link, «@bibliotek.se» and «gbg.stad» are not."""
    if not _BARE.fullmatch(typed) or not re.search(r"\w", typed):
        return False
    if typed.startswith("@"):
        return True
    host = typed.lower().rstrip(".")
    if _key_of(host) or host.startswith("www."):
        return False
    return dotted or "." not in host or not _ENDS_HOSTS.fullmatch(host.rpartition(".")[2])


def _link(typed: str, *, in_fediverse: bool) -> Link:
    """The link that was typed. @user@server is a link to the server, also when read on another server."""
    if in_fediverse and re.fullmatch(r"[^@/]+@[^@/]+", typed):
        typed = f"@{typed}"
    if account := _FEDIVERSE_ACCOUNT.fullmatch(typed):
        if not _FEDIVERSE_NAME.fullmatch(account[1]):
            RULES["mastodon"].named(typed)  # raises, and says what a name may hold
        return read_link(f"https://{account[2]}/{account[1]}")
    if typed.startswith("@"):
        raise AddressError("Skriv hela adressen till kontot, till exempel instagram.com/namn.")
    link = read_link(typed)
    guest = _FEDIVERSE_ACCOUNT.fullmatch(link.parts[0]) if link.parts else None
    if guest and _platform_of(link) == "mastodon":
        rest = "/".join(quote(part, safe="") for part in link.parts[1:])
        return read_link(f"https://{guest[2]}/{guest[1]}/{rest}")
    return link


def _key_of(host: str) -> str | None:
    """The platform with exactly this host, but for one label of device or language before it."""
    label = _LABEL.match(host)
    return _KEY_OF_HOST.get(host) or (_KEY_OF_HOST.get(host[label.end() :]) if label else None)


def _platform_of(link: Link) -> str | None:
    if known := _key_of(link.host):
        return known
    first = link.parts[0] if link.parts else ""
    fediverse = _FEDIVERSE_NAME.fullmatch(first) or _FEDIVERSE_ACCOUNT.fullmatch(first)
    return "mastodon" if fediverse and link.host.removeprefix("www.") not in _NOT_MASTODON else None


def _fits(found: str, platform: str, *, has_hosts: bool) -> bool:
    """Whether an address on one platform can be that of a channel on the other."""
    if platform in RULES or has_hosts:
        return found == platform
    if platform in PLATFORM_NAMES:
        return found == WEB or found in _MAY_STAND_ON.get(platform, ())
    return found in (WEB, "mastodon")  # added without hosts: anything but the platforms that have their own row


def _belongs_elsewhere(found: str, platform: str, name: str, added: list[str], *, bare: bool) -> str:
    if found != WEB:
        wanted = _IN_A_SENTENCE.get(platform, name)
        return f"Adressen hör till {PLATFORM_NAMES[found]}, men kanalen gäller {wanted}"
    example = RULES[platform].example if platform in RULES else f"{added[0]}/namn"
    hint = " Är det ett användarnamn med punkt, skriv @ före." if bare else ""
    return f"Adressen hör inte till {name}. Skriv den som {example}.{hint}"


def _short_enough(address: Address) -> Address:
    if max(len(address.canonical), len(address.key)) > MOST or len(address.account) > _LONGEST_NAME:
        raise AddressError("Adressen är för lång. Skriv adressen till kanalens första sida.")
    return address
