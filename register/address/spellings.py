"""The other ways platforms write an address or a name, each made into the usual one that its rule reads."""

import re
from dataclasses import replace

from .link import Link
from .rule import lower


def after_hash(link: Link) -> Link:
    """twitter.com/#!/name is twitter.com/name."""
    return link if link.parts else replace(link, parts=link.after_hash)


def facebook(link: Link) -> Link:
    """The number of the page, where the address holds one: profile.php?id=1, people/Namn/1, pages/Namn/1, Namn-1."""
    parts = after_hash(link).parts
    first = parts[0].lower() if parts else ""
    if first == "profile.php":
        parts = (link.value("id"),) if re.fullmatch(r"[0-9]{5,20}", link.value("id")) else parts
    elif first == "pg":
        parts = parts[1:]
    elif first != "groups":
        at = {"people": 2, "pages": 2, "p": 1}.get(first, 0)
        at += first == "pages" and parts[1:2] == ("category",)
        number = re.fullmatch(r"(?:.*-)?([0-9]{5,20})", parts[at]) if len(parts) > at else None
        parts = (number[1], *parts[at + 1 :]) if number else parts
    return replace(link, parts=parts)


def facebook_name(name: str) -> str:
    """Facebook takes no notice of dots."""
    return lower(name).replace(".", "")


def youtube(link: Link) -> Link:
    """youtu.be leads to films only."""
    return replace(link, parts=("watch",)) if link.host.removeprefix("www.") == "youtu.be" else link


def mastodon(link: Link) -> Link:
    """host/@user as the one part @user@host."""
    user, *rest = link.parts or ("",)
    host = link.host.removeprefix("www.")
    return replace(link, parts=(f"{user}@{host}", *rest)) if user.startswith("@") else link


def flickr_name(name: str) -> str:
    """Numbers such as 12345678@N00 are kept in capitals, as Flickr writes them."""
    return name.upper() if re.fullmatch(r"[0-9]+@[Nn][0-9]+", name) else lower(name)


def app_store(link: Link) -> Link:
    """/se/app/namn/id123 as app/id123."""
    folders = [part.lower() for part in link.parts]
    numbers = [part.lower() for part in link.parts if re.fullmatch(r"[Ii][Dd][0-9]+", part)]
    return replace(link, parts=("app", numbers[0])) if "app" in folders and numbers else link


def app_number(name: str) -> str:
    return "id" + name.lower().removeprefix("id")


def google_play(link: Link) -> Link:
    """store/apps/details?id=se.exempel.app as details/se.exempel.app."""
    if [part.lower() for part in link.parts] != ["store", "apps", "details"]:
        return link
    return replace(link, parts=("details", link.value("id")))


def spotify(link: Link) -> Link:
    """Without the language that Spotify puts first: /intl-sv/show/…"""
    localised = link.parts and re.fullmatch(r"intl-[a-z]{2}(-[a-z]{2})?", link.parts[0], re.IGNORECASE)
    return replace(link, parts=link.parts[1:]) if localised else link
