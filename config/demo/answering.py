"""Fills in the parts of a proposal as the author of an idea would. Knows the questions, no services."""

import datetime as dt
from typing import Any

from organisation import clock
from organisation.models import User
from register.models import ChannelKind, Platform

from . import readiness
from .crowds import CROWDS
from .reasons import COOPERATE, NOT_ENOUGH, WHY_PLATFORM
from .record import Aim, Idea, pick, turn

KIND = {
    "web": ChannelKind.WEB,
    "e_service": ChannelKind.E_SERVICE,
    "newsletter": ChannelKind.NEWSLETTER,
    "app": ChannelKind.APP,
    "podcast": ChannelKind.OTHER,
}
AREAS = ("writing", "comments", "accessibility", "privacy", "copyright", "records")


def basics(idea: Idea, author: User) -> dict[str, Any]:
    """Grunduppgifter. Only an account in social media has a platform, and a podcast, which is of no kind of its own."""
    kind = KIND.get(idea.platform, ChannelKind.SOCIAL)
    asked = kind in (ChannelKind.SOCIAL, ChannelKind.OTHER)
    assert author.unit
    return {
        "title": idea.name,
        "channel_kind": kind.value,
        "platform": Platform.objects.get(key=idea.platform) if asked else None,
        "other_platform": "Discord" if idea.platform == "other" else "",
        "organisation": author.unit.organisation,
        "unit": author.unit,
        "wished_start": clock.today() + dt.timedelta(days=pick((45, 60, 90), idea.name))
        if len(idea.name) % 2
        else None,
    }


def purpose(idea: Idea, objective: str) -> dict[str, Any]:
    """Syfte och mål, without the goals."""
    in_plan, when = pick(readiness.PLANS, idea.name)
    return {"purpose": idea.purpose, "business_objective": objective, "in_plan": in_plan, "in_plan_when": when}


def goals(idea: Idea, author: User) -> list[dict[str, Any]]:
    """One goal in numbers; for every third idea one more, as an assessment."""
    measured = _measured(idea.aim, author)
    if len(idea.purpose) % 3:
        return [measured]
    indicator, assessment = pick(readiness.ASSESSED, idea.name)
    day = clock.today() + dt.timedelta(days=365)
    follower = author.title
    return [measured, {"kind": "assessed", "indicator": indicator, "assessment": assessment, "target_date": day,
                       "interval": "half_year", "follower": follower}]  # fmt: skip


def _measured(aim: Aim, author: User) -> dict[str, Any]:
    """The facts of a goal in numbers; «… i gram per elev» is measured in gram."""
    today = clock.today()
    return {
        "kind": "measured",
        "indicator": aim.indicator,
        "baseline": aim.baseline,
        "baseline_by": today + dt.timedelta(days=75) if aim.baseline is None else None,
        "target": aim.target,
        "measure": aim.measure,
        "other_measure": aim.unit if aim.measure == "other" else "",
        "target_date": today + dt.timedelta(days=aim.reach),
        "method": aim.method,
        "interval": aim.interval,
        "follower": author.title,
    }


def audience(idea: Idea) -> dict[str, Any]:
    """Målgrupp."""
    crowd = CROWDS[idea.crowd]
    known = idea.own.get("audience_analysis") or pick(crowd.known, idea.name, "known")
    answers = {
        "audience": idea.audience,
        "audience_analysis": known,
        "audience_sources": _sources(known),
        "why_channel": pick(WHY_PLATFORM[idea.platform], idea.name, idea.author),
        "other_ways": pick(crowd.others, idea.name, "others"),
        "not_reached": pick(crowd.missed, idea.name, "missed"),
        "languages": list(idea.languages),
    }
    return answers | {question: text for question, text in idea.own.items() if question in answers}


def _sources(known: str) -> list[str]:
    """What an analysis says that it is built on."""
    said = [source for source, words in readiness.SOURCES.items() if any(word in known.casefold() for word in words)]
    return said or ["experience"]


def scan(idea: Idea, named: list[str]) -> dict[str, Any]:
    """Omvärldsanalys, apart from the similar channels; `named` are those to cooperate with."""
    partly = len(idea.audience) % 2 == 0
    why = pick(readiness.SHARED_PARTLY if partly else readiness.SHARED_NO, idea.name)
    answers = {
        "shared_channels": "partly" if partly else "no",
        "shared_channels_why": why,
        "cooperation": pick(readiness.COOPERATION, idea.name, idea.platform),
        "coordination": "\n".join(named),
        "no_coordination": not named,
    }
    return answers | {question: text for question, text in idea.own.items() if question in answers}


def similar(idea: Idea, other: str, reason: str, place: int) -> tuple[str, str]:
    """The answer to one suggested channel, and why. The nearest ones are those one can cooperate with."""
    if place < 3 and pick((True, False), idea.name, other):
        return "cooperate", turn(COOPERATE, place, idea.name)
    texts = next(texts for beginning, texts in NOT_ENOUGH.items() if _fits(reason, beginning))
    return "not_enough", turn(texts, place, idea.name).format(other=other)


def _fits(reason: str, beginning: str) -> bool:
    if beginning == "Samma plattform":
        return reason.endswith("och plattform")
    return reason.startswith(beginning)


def resources(idea: Idea, author: User) -> dict[str, Any]:
    """Resurser och beredskap."""
    person = "" if author.protected_identity else author.name
    staff = [{"function": author.title.capitalize(), "person": person, "hours": str(idea.hours[0])}]
    for number, hours in enumerate(idea.hours[1:]):
        staff.append({"function": pick(readiness.COLLEAGUES, idea.name, number), "person": "", "hours": str(hours)})
    lacks = pick(readiness.LACKS, idea.name)
    watched = idea.comments != "closed"
    time, unit = pick(((2, "days"), (4, "hours"), (3, "days"), (24, "hours"), (2, "days")), idea.name, "answers")
    until = pick((None, None, None, 500, 900), idea.name, "until")
    return {
        "staff": staff,
        "single_reason": "Kollegan på grannenheten gör samma sak och tar över." if len(staff) == 1 else "",
        "resources_last": "until" if until else "ongoing",
        "resources_until": clock.today() + dt.timedelta(days=until) if until else None,
        "knowledge": dict.fromkeys(AREAS, "have") | lacks,
        "training_plan": " ".join(readiness.TRAINING[area] for area in lacks),
        "comments": idea.comments,
        "monitoring": pick(readiness.MONITORING, idea.name) if watched else "",
        "response_time": time if watched else None,
        "response_unit": unit if watched else "",
        "stand_in": pick(readiness.STAND_IN, idea.name, "stand-in"),
        "yearly_cost": pick((None, None, 4000, 12000, 30000, 0), idea.name, "cost"),
    }


def description(idea: Idea, *, company: bool) -> str:
    """The text in the profile, short enough for the platform."""
    social = KIND.get(idea.platform, ChannelKind.SOCIAL) == ChannelKind.SOCIAL
    own = idea.platform if idea.platform in readiness.ENDINGS else "company" if company else "social"
    return idea.lead + pick(readiness.ENDINGS[own if social else "else"], idea.name)
