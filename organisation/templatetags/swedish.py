"""Numbers, dates and counts in templates, written the way Swedes read them. Built in: no {% load %} is needed."""

import datetime as dt
from decimal import Decimal

from django import template
from django.utils import timezone

from organisation import breaking, clock, swedish

register = template.Library()
register.filter("breakable", breaking.breakable)


@register.filter
def swedish_date(moment: dt.date | None) -> str:
    """«31 december 2026», of a date or of the Swedish day of a moment; nothing for nothing."""
    return swedish.write_date(_day(moment)) if moment else ""


@register.filter
def short_date(moment: dt.date | None) -> str:
    """«2026-12-31», for tables."""
    return _day(moment).isoformat() if moment else ""


@register.filter
def swedish_time(moment: dt.datetime | None) -> str:
    """«i dag kl. 14.32», «i går kl. 9.05», «12 november kl. 14.32», with the year when it is not this year's."""
    if not moment:
        return ""
    local, today = timezone.localtime(moment), clock.today()
    near = {today: "i dag", today - dt.timedelta(days=1): "i går"}
    day = local.date()
    written = swedish.write_date(day)
    if day.year == today.year:
        written = written.removesuffix(f" {day.year}")
    return f"{near.get(day, written)} kl.{swedish.NBSP}{local.hour}.{local.minute:02}"


@register.filter
def swedish_moment(moment: dt.datetime | None) -> str:
    """«22 november 2026 kl. 11.17», for paper and history: it reads the same on any day."""
    if not moment:
        return ""
    local = timezone.localtime(moment)
    return f"{swedish.write_date(local.date())} kl.{swedish.NBSP}{local.hour}.{local.minute:02}"


@register.filter
def number(value: int | float | Decimal | None) -> str:
    """«1 200» with a hard space, «12,5»; nothing for nothing."""
    if value is None or value == "":
        return ""
    return swedish.write_number(Decimal(str(value)) if isinstance(value, float) else value)


@register.filter
def count_word(value: int) -> str:
    """«tre» for 3; figures from thirteen on."""
    return swedish.count_word(value)


@register.filter
def counted(value: int, words: str) -> str:
    """«tre förslag» of 3|counted:"förslag,förslag"; words that take «en» say so: 1|counted:"kanal,kanaler,en"."""
    one, many, *gender = (word.strip() for word in words.split(","))
    return swedish.counted(value, one, many, neuter=gender != ["en"])


def _day(moment: dt.date) -> dt.date:
    return timezone.localtime(moment).date() if isinstance(moment, dt.datetime) else moment
