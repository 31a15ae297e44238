"""Mail about proposals: who is told what. One function each; only when somebody must act, never the one who acted."""

from django.urls import reverse

from organisation import mail
from organisation.models import User

from .models import Event, Proposal
from .policies import chiefs_of, managers_of


def invited(proposal: Proposal, *, by: User, colleague: User) -> None:
    """By reference only: the text of a draft is for those who write it, and outgoing mail is overseen."""
    body = f"{by} har bjudit in dig att arbeta med förslaget {proposal.reference}."
    about = "Du är inbjuden att skriva på förslaget"
    _tell(proposal, f"invited-{proposal.saved.isoformat()}", colleague, about, body, "proposals:show", title="")


def submitted(proposal: Proposal, *, by: User) -> None:
    """To those who decide and those who are consulted."""
    key = f"submitted-{proposal.revision}"
    body = f"{by} har skickat förslaget ”{proposal}” för {proposal.unit}."
    for manager in managers_of(proposal):
        _tell(proposal, key, manager, "Att besluta:", f"{body} Det väntar på ditt beslut.", "review:decide")
    for chief in chiefs_of(proposal):
        text = f"{body} Förvaltningen eller bolaget behöver ditt svar på avstämningen."
        _tell(proposal, f"{key}-consult", chief, "Avstämning:", text, "consultation:answer")


def returned(proposal: Proposal, event: Event) -> None:
    body = f"Förslaget ”{proposal}” är skickat tillbaka för komplettering av {event.by_name}.\n\n{event.reason}".strip()
    _tell(proposal, f"event-{event.pk}", proposal.author, "Att komplettera:", body, "proposals:show")


def decided(proposal: Proposal, event: Event) -> None:
    """To the author, when the proposal is approved or rejected for good."""
    outcome = "Avslaget" if event.step == "reject" else "Godkänt"
    paragraphs = [f"Förslaget ”{proposal}” är {outcome.lower()} av {proposal.decided_name}.", proposal.decision_reason]
    if event.step != "reject":
        if proposal.remarks:
            paragraphs.append(f"Synpunkter från {proposal.consulted_name}:\n{proposal.remarks}")
        paragraphs.append("Kanalen står nu i kanalregistret som Förbereds. Nästa steg är att förbereda starten.")
    body = "\n\n".join(filter(None, paragraphs))
    _tell(proposal, f"event-{event.pk}", proposal.author, f"{outcome}:", body, "proposals:show")


def remarked(proposal: Proposal, event: Event) -> None:
    """To those who decide, when the consultation ends in remarks."""
    body = f"Synpunkter på förslaget ”{proposal}” från {event.by_name}:\n\n{event.reason}"
    for manager in managers_of(proposal).exclude(pk=event.by_id):
        _tell(proposal, f"event-{event.pk}", manager, "Synpunkter:", body, "review:decide")


def _tell(proposal: Proposal, key: str, to: User, about: str, body: str, page: str, title: str | None = None) -> None:
    address = mail.link(reverse(page, args=[proposal.reference]))
    mail.queue(
        key=f"{proposal.reference}-{key}",
        to=to,
        subject=f"{proposal.reference} {about} {proposal if title is None else title}".strip(),
        body=f"{body}\n\n{address}\n\nHälsningar\nKanalregistret",
    )
