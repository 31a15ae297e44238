"""Proposals and channels on their way, built by walking the real services, so that a test never starts from a lie.

The people come from the fixtures: whoever sends needs a manager and a chief that are granted for the unit.
Every builder returns the row as it is in the database afterwards.
"""

import datetime as dt
import uuid
from typing import Any

from organisation import clock
from organisation.models import User
from proposals import drafting, services
from proposals.answers import checksum, snapshot
from proposals.models import Proposal
from proposals.sections import BY_KEY, sections_of
from proposals.similar import suggestions
from proposals.workflow import State
from register.models import Channel, ChannelKind, Platform

TITLE = "Läxhjälpen på Instagram"
KNOWLEDGE = {area: "have" for area, _ in BY_KEY["resources"].question("knowledge").areas}


def platform(key: str = "instagram", name: str = "", kind: str = ChannelKind.SOCIAL) -> Platform:
    """The platform with that key, made if it is not there."""
    hosts = [f"{key}.com"] if kind == ChannelKind.SOCIAL and key != "other" else []
    return Platform.objects.get_or_create(
        key=key, defaults={"name": name or key.capitalize(), "kind": kind, "hosts": hosts}
    )[0]


def in_days(days: int) -> dt.date:
    return clock.today() + dt.timedelta(days=days)


def goal_facts(**facts: Any) -> dict[str, Any]:
    """A whole goal in numbers, due in about a year."""
    return {
        "kind": "measured",
        "indicator": "Besök på läxhjälpen per månad",
        "baseline": 420,
        "target": 600,
        "measure": "per_month",
        "target_date": in_days(300),
        "method": "Räknas i dörren och läggs in i statistiken den första varje månad",
        "interval": "month",
        "follower": "biblioteksassistent",
    } | facts


def whole_answers() -> dict[str, Any]:
    """An answer to every question that is asked about an account on Instagram."""
    return {
        "title": TITLE,
        "channel_kind": "social",
        "platform": platform(),
        "purpose": "Fler elever i högstadiet ska hitta till läxhjälpen och klara sina ämnen.",
        "business_objective": "Fler unga använder biblioteket, enligt verksamhetsplanen",
        "in_plan": "yes",
        "audience": "Elever i årskurs 7–9 som bor i närheten",
        "audience_analysis": "De flesta har mobil och använder bildflöden varje dag, men läser sällan vår webbplats.",
        "audience_sources": ["survey", "dialogue"],
        "why_channel": "Eleverna finns där redan och väljer själva att följa",
        "other_ways": "Affischer i skolan, webbplatsen och brev hem",
        "not_reached": "De som saknar mobil får veta genom sina lärare",
        "languages": ["sv", "en"],
        "shared_channels": "partly",
        "shared_channels_why": "De når vuxna, och sällan elever",
        "cooperation": "Fritidsgårdarna, som har samma besökare",
        "no_coordination": True,
        "staff": [
            {"function": "Biblioteksassistent", "person": "", "hours": "4"},
            {"function": "Bibliotekarie", "person": "Åsa Lund", "hours": "2.5"},
        ],
        "resources_last": "ongoing",
        "knowledge": KNOWLEDGE,
        "comments": "open",
        "monitoring": "Den som har passet tittar varje timme mellan 8 och 17",
        "response_time": 2,
        "response_unit": "days",
        "stand_in": "Enhetens samordnare",
    }


def save(proposal: Proposal, *, by: User | None = None, **answers: Any) -> Proposal:
    """Save answers where they belong, section by section, at the version that each is now."""
    if unit := answers.get("unit"):
        answers.setdefault("organisation", unit.organisation)
    for section in sections_of(proposal.kind):
        if mine := {name: answers[name] for name in section.names if name in answers}:
            version = proposal.parts.get(key=section.key).version
            drafting.save_section(proposal, section, by=by or proposal.author, version=version, answers=mine)
    return fresh(proposal)


def answer_similar(proposal: Proposal, answer: str = "not_enough", why: str = "Den når andra än våra") -> Proposal:
    """Answer for every similar channel that is suggested."""
    version = proposal.parts.get(key="scan").version
    said = [(one.channel, one.reason, answer, why) for one in suggestions(proposal)]
    drafting.save_section(proposal, BY_KEY["scan"], by=proposal.author, version=version, answers={}, similar=said)
    return fresh(proposal)


def add_goal(proposal: Proposal, *, by: User | None = None, **facts: Any) -> Proposal:
    """Add a goal to a draft."""
    drafting.add_goal(proposal, by=by or proposal.author, token=uuid.uuid4(), facts=goal_facts(**facts))
    return fresh(proposal)


def draft(author: User, **answers: Any) -> Proposal:
    """A draft that is just begun, with the answers given and no others."""
    return save(drafting.begin(by=author, token=uuid.uuid4()), **answers)


def complete_draft(author: User, *, invited: User | None = None, **answers: Any) -> Proposal:
    """A draft with one goal and all five parts answered, ready to send; keywords override answers."""
    proposal = add_goal(draft(author, **whole_answers() | answers))
    if invited:
        drafting.invite(proposal, by=author, colleague=invited)
    return answer_similar(proposal) if suggestions(proposal) else proposal


def submit(proposal: Proposal, *, by: User | None = None) -> Proposal:
    """Send a proposal as its author sees it."""
    services.submit(proposal, by=by or proposal.author, seen=checksum(snapshot(proposal)))
    return fresh(proposal)


def sent(author: User, **answers: Any) -> Proposal:
    """Waits for both the decision and the consultation."""
    return submit(complete_draft(author, **answers))


def decided(author: User, manager: User, **answers: Any) -> Proposal:
    """The manager has said yes; waits for the consultation."""
    proposal = sent(author, **answers)
    services.decide(proposal, by=manager, revision=proposal.revision)
    return fresh(proposal)


def consulted(author: User, chief: User, *, remarks: str = "", **answers: Any) -> Proposal:
    """The chief has answered; waits for the decision."""
    proposal = sent(author, **answers)
    services.consult(proposal, by=chief, revision=proposal.revision, remarks=remarks)
    return fresh(proposal)


def approve(proposal: Proposal, manager: User, chief: User, *, remarks: str = "") -> Proposal:
    """Both say yes to a proposal that is sent."""
    proposal = fresh(proposal)
    services.consult(proposal, by=chief, revision=proposal.revision, remarks=remarks)
    services.decide(proposal, by=manager, revision=proposal.revision, remarks_seen=True)
    return fresh(proposal)


def approved(author: User, manager: User, chief: User, **answers: Any) -> Proposal:
    """Both have said yes, so its channel stands in the register."""
    return approve(sent(author, **answers), manager, chief)


def approved_channel(author: User, manager: User, chief: User, **answers: Any) -> Channel:
    """A channel as it enters the register: being prepared, with the author as its steward."""
    channel = approved(author, manager, chief, **answers).channel
    assert channel
    return channel


def send_back(proposal: Proposal, by: User, comments: dict[str, str] | None = None) -> Proposal:
    """A manager or a chief sends a proposal back, with a comment on a part."""
    proposal = fresh(proposal)
    comments = comments or {"audience": "Beskriv vilka elever ni inte når i dag"}
    services.send_back(proposal, by=by, revision=proposal.revision, comments=comments)
    return fresh(proposal)


def returned(author: User, by: User, *, comments: dict[str, str] | None = None, **answers: Any) -> Proposal:
    """Sent back by a manager or a chief, with a comment on a part."""
    return send_back(sent(author, **answers), by, comments)


def rejected(author: User, manager: User, *, reason: str = "Det finns redan en kanal", **answers: Any) -> Proposal:
    proposal = sent(author, **answers)
    services.reject(proposal, by=manager, revision=proposal.revision, reason=reason)
    return fresh(proposal)


def recalled(author: User, **answers: Any) -> Proposal:
    """Sent once, and taken back by its author: a draft again."""
    proposal = sent(author, **answers)
    services.recall(proposal, by=author)
    return fresh(proposal)


def withdrawn(author: User, **answers: Any) -> Proposal:
    proposal = sent(author, **answers)
    services.withdraw(proposal, by=author)
    return fresh(proposal)


def in_state(state: str, author: User, manager: User, chief: User, **answers: Any) -> Proposal:
    """A complete proposal that has walked to that state."""
    walks = {
        State.DRAFT: lambda: complete_draft(author, **answers),
        State.SUBMITTED: lambda: sent(author, **answers),
        State.DECIDED: lambda: decided(author, manager, **answers),
        State.CONSULTED: lambda: consulted(author, chief, **answers),
        State.APPROVED: lambda: approved(author, manager, chief, **answers),
        State.RETURNED: lambda: returned(author, manager, **answers),
        State.REJECTED: lambda: rejected(author, manager, **answers),
        State.WITHDRAWN: lambda: withdrawn(author, **answers),
    }
    return walks[State(state)]()


def fresh(proposal: Proposal) -> Proposal:
    """The row as it is now."""
    return Proposal.objects.get(pk=proposal.pk)
