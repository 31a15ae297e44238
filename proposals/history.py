"""What has happened to a proposal, as pages show it: events, sent versions, and what changed since somebody read it."""

from dataclasses import dataclass, field

from django.utils import timezone

from organisation.models import User
from organisation.swedish import counted, write_date

from .differences import Change, changes
from .models import Event, Proposal
from .sections import BY_KEY
from .workflow import EDITABLE


@dataclass(frozen=True)
class Told:
    """One event with its comments by the title of their part and, for a later version, what changed."""

    event: Event
    remarks: list[tuple[str, str]]
    changed: list[Change] = field(default_factory=list)


def story(proposal: Proposal) -> list[Told]:
    """Everything that has happened, newest first."""
    told, before = [], None
    for event in proposal.events.all():
        remarks = [(section.title, event.remarks[key]) for key, section in BY_KEY.items() if key in event.remarks]
        changed: list[Change] = []
        if event.step == "submit":
            changed = changes(before, event.snapshot) if before is not None else []
            before = event.snapshot
        told.append(Told(event, remarks, changed))
    return told[::-1]


def show_as_sent(proposal: Proposal) -> Proposal:
    """For those who do not write it, while it is rewritten: the title that was sent, and nobody chosen since."""
    if proposal.state not in EDITABLE:
        return proposal
    if sent := sent_versions(proposal):
        kept = (row["text"] for row in sent[-1].snapshot if row["name"] == "title")
        proposal.title = next(kept, proposal.title)
        proposal.communicator = None
    return proposal


def sent_versions(proposal: Proposal) -> list[Event]:
    """The events by which the proposal was sent, oldest first."""
    return [event for event in proposal.events.all() if event.step == "submit"]


def changed_since_read(proposal: Proposal, user: User) -> list[Change]:
    """What changed between the version this person last acted on or saved an answer to, and the one that is sent now.

    Someone who has not read any version is shown what changed since the version before.
    """
    versions = {event.revision: event.snapshot for event in sent_versions(proposal)}
    if proposal.revision < 2 or proposal.revision not in versions:
        return []
    acted = [event.revision for event in proposal.events.all() if event.by_id == user.pk and event.step != "submit"]
    kept = [draft.revision for draft in proposal.review_drafts.all() if draft.user_id == user.pk]
    read = max([*acted, *kept], default=proposal.revision - 1)
    return changes(versions.get(read, []), versions[proposal.revision])


def news(proposal: Proposal, user: User) -> str:
    """What a queue says about changes: «Ny», or «Kompletterat 25 mars 2026 – 3 svar ändrade»."""
    if proposal.revision < 2 or not proposal.submitted_at:
        return "Ny"
    changed = counted(len(changed_since_read(proposal, user)), "svar ändrat", "svar ändrade")
    return f"Kompletterat {write_date(timezone.localdate(proposal.submitted_at))} – {changed}"
