"""Addresses outside the platforms whose rules we know: pages anywhere, and platforms that somebody has added."""

from collections.abc import Collection
from urllib.parse import quote, urlencode

import idna

from .link import AddressError, Link, clean_host
from .rule import Address

WEB = "web"

_LAST_LATIN = "\u024f"
_FOLLOWS_THE_READER = {
    "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid", "srsltid", "igsh",
    "igshid", "si", "hl", "lang", "locale", "ref", "ref_src", "ref_url", "fref", "mibextid", "mc_cid", "mc_eid",
    "mkt_tok", "trk", "_ga", "_gl", "_hsenc", "_hsmi", "li_fat_id", "__tn__",
}  # fmt: skip


def read_page(link: Link) -> Address:
    """A web page. Capitals count in its path, and the query is kept but for what only follows the reader.

    The key has no www; the canonical address keeps it, since some sites answer with it only.
    """
    path = "".join("/" + quote(part, safe="!$&()*+=:@~") for part in link.parts)
    kept = sorted((key, value) for key, value in link.query if not _is_tracking(key))
    query = f"?{urlencode(kept)}" if kept else ""
    host = link.host.removeprefix("www.")
    return Address(
        platform=WEB,
        account="/".join((_shown(host), *link.parts)),
        canonical=f"https://{link.host}{path}{query}",
        key=f"{WEB}:{host}{path}{query}",
    )


def read_added(link: Link, platform: str) -> Address:
    """An account on an added platform. Its path is the account; capitals are kept, since they may count there."""
    host = link.host.removeprefix("www.")
    if not link.parts:
        raise AddressError(f"Adressen saknar kontots namn. Skriv adressen till kontot, till exempel {host}/namn.")
    path = "/".join(quote(part, safe="@~") for part in link.parts)
    number = f"?{urlencode({'id': link.value('id')})}" if link.value("id") else ""
    return Address(
        platform=platform,
        account="/".join(link.parts).removeprefix("@"),
        canonical=f"https://{host}/{path}{number}",
        key=f"{platform}:{path.removeprefix('@')}{number}",
    )


def plain_hosts(hosts: Collection[str]) -> list[str]:
    """The hosts the way links have them, without www. What is no host is passed over."""
    plain = []
    for host in hosts:
        try:
            plain.append(clean_host(host.strip()).removeprefix("www."))
        except AddressError:
            continue
    return plain


def _is_tracking(key: str) -> bool:
    return key.lower().startswith("utm_") or key.lower() in _FOLLOWS_THE_READER


def _shown(host: str) -> str:
    """The host in letters as people write it, if they are Latin; others could pass for Latin ones."""
    name, colon, port = host.partition(":")
    letters = idna.decode(name)
    return (letters if max(letters) <= _LAST_LATIN else name) + colon + port
