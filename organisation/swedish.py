"""Swedish order, and numbers and dates read and written the way Swedes do. Pure functions."""

import datetime as dt
import re
import unicodedata
from decimal import Decimal, InvalidOperation

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
NUMBERS = ("noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
NBSP = "\N{NO-BREAK SPACE}"
_LAST = str.maketrans({"å": "zza", "ä": "zzb", "ö": "zzc"})
_SAME = str.maketrans({"é": "e", "ü": "y"})


def fold(text: str) -> str:
    """As Swedes compare words: capitals are as small letters and é as e, but å ä ö are letters of their own, also when
    they were written as a letter and a sign above it.
    """
    return unicodedata.normalize("NFC", text).casefold().translate(_SAME)


def order_key(text: str) -> str:
    """A key that sorts as Swedes do, å ä ö last, in every database and collation."""
    return fold(text).translate(_LAST)


def read_number(text: str) -> Decimal:
    """«1 200», «1200», «12,5» and «12.5» as a number. Raises ValueError for anything else."""
    compact = re.sub(r"[\s\u00a0\u202f]", "", text).replace("\N{MINUS SIGN}", "-").replace(",", ".")
    if not re.fullmatch(r"[+-]?\d{1,12}(\.\d{1,4})?", compact, re.ASCII):
        raise ValueError(text)
    try:
        return Decimal(compact)
    except InvalidOperation as error:  # pragma: no cover - the pattern lets no such text through
        raise ValueError(text) from error


def write_number(value: Decimal | int) -> str:
    """1200 as «1 200» with a hard space, 12.50 as «12,5»."""
    whole, _, decimals = f"{value:f}".partition(".")
    sign, digits = ("−", whole[1:]) if whole.startswith("-") else ("", whole)
    grouped = f"{int(digits):,}".replace(",", NBSP)
    decimals = decimals.rstrip("0")
    return sign + grouped + (f",{decimals}" if decimals else "")


def read_date(text: str) -> dt.date:
    """«2026-12-31», «31/12 2026», «31.12.2026» and «31 december 2026» as a date. Raises ValueError otherwise."""
    text = re.sub(r"[\s\u00a0\u202f]+", " ", text.strip().casefold().strip("."))
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})|(\d{4})(\d{2})(\d{2})", text, re.ASCII):
        year, month, day = (int(part) for part in found.groups() if part)
    elif found := re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[ /.](\d{4})", text, re.ASCII):
        day, month, year = map(int, found.groups())
    elif found := re.fullmatch(r"(?:den )?(\d{1,2}):?(?:e|a)? ([a-z]{3,9})\.? (\d{4})", text, re.ASCII):
        day, year = int(found[1]), int(found[3])
        month = next((i for i, name in enumerate(MONTHS, 1) if name.startswith(found[2])), 0)
    else:
        raise ValueError(text)
    return dt.date(year, month, day)


def write_date(day: dt.date) -> str:
    """«31 december 2026»."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def count_word(number: int) -> str:
    """«tre» for 3; figures from thirteen on."""
    return NUMBERS[number] if 0 <= number < len(NUMBERS) else write_number(number)


def counted(number: int, one: str, many: str, *, neuter: bool = True) -> str:
    """«ett förslag», «tre förslag», «en kanal», «14 kanaler»."""
    word = "en" if number == 1 and not neuter else count_word(number)
    return f"{word} {one if number == 1 else many}"


def inside(title: str) -> str:
    """A title inside a sentence: «årlig översyn»."""
    return title[:1].lower() + title[1:]


def listed(words: list[str], joint: str = "och") -> str:
    """«a, b och c»."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joint} {words[-1]}"
