"""Mail about proposals: who is told what. One function each; only when somebody must act, never the one who acted."""

from django.urls import reverse

from organisation import clock, grants, mail
from organisation.models import User
from register.models import Channel

from .models import Event, Proposal
from .outcome import moves_unit
from .policies import Answering, carries_on, have_written, managers_of, steward_of


def invited(proposal: Proposal, *, by: User, colleague: User) -> None:
    """By reference only: the text of a draft is for those who write it, and outgoing mail is overseen."""
    body = f"{by} har bjudit in dig att arbeta med förslaget {proposal.reference}."
    about = "Du är inbjuden att skriva på förslaget"
    _tell(proposal, f"invited-{proposal.saved.isoformat()}", colleague, about, body, "proposals:show", title="")


def entrusted(proposal: Proposal, *, by: User, colleague: User) -> None:
    """To whoever is to go on with a draft whose writer has left. By reference only, as above."""
    body = f"{by} har gett dig tillgång till förslaget {proposal.reference}, eftersom den som skrev det har slutat."
    about = "Du kan skriva vidare på förslaget"
    _tell(proposal, f"entrusted-{clock.now().isoformat()}", colleague, about, body, "proposals:show", title="")


def submitted(proposal: Proposal, people: Answering, *, by: User) -> None:
    """To those who decide and those who are consulted, who are `people`."""
    key = f"submitted-{proposal.revision}"
    body = f"{by} har skickat förslaget ”{proposal}” för {proposal.unit}."
    decide = f"{body} Det väntar på ditt beslut."
    consult = f"{body} Förvaltningen eller bolaget behöver ditt svar på avstämningen."
    mails = [_mail(proposal, key, to, "Att besluta:", decide, "review:decide") for to in sorted(people.managers)]
    mails += [
        _mail(proposal, f"{key}-consult", to, "Avstämning:", consult, "consultation:answer")
        for to in sorted(people.chiefs)
    ]
    mail.queue_all(mails)
    if moves_unit(proposal):
        _tell_present_unit(proposal, people, by=by)


def _tell_present_unit(proposal: Proposal, people: Answering, *, by: User) -> None:
    """To those who decide for the unit that a channel would leave, once for each new unit: told, not asked."""
    channel = proposal.concerns
    assert channel
    body = (
        f"Kanalen {channel} föreslås flytta från {channel.unit} till {proposal.unit}, i ett förslag som {by} har "
        "skickat. Den som beslutar för den nya verksamheten svarar på det. Du behöver inte göra något."
    )
    beside = {by.pk, *have_written(proposal), *people.managers}
    for manager in grants.deciders(channel.unit).exclude(pk__in=beside):
        mail.queue(
            key=f"{proposal.reference}-leaves-{channel.unit_id}-for-{proposal.unit_id}",
            to=manager,
            subject=f"{proposal.reference} För kännedom: {channel} föreslås flytta till {proposal.unit}",
            body=_signed(body, reverse("channel:show", args=[channel.number])),
        )


def returned(proposal: Proposal, event: Event) -> None:
    body = f"Förslaget ”{proposal}” är skickat tillbaka för komplettering av {event.by_name}.\n\n{event.reason}".strip()
    for person in _writer(proposal, event):
        _tell(proposal, f"event-{event.pk}", person, "Att komplettera:", body, "proposals:show")


def decided(proposal: Proposal, event: Event) -> None:
    """To the author, when the proposal is approved or rejected for good; and to the steward what comes of it."""
    outcome = "Avslaget" if event.step == "reject" else "Godkänt"
    paragraphs = [f"Förslaget ”{proposal}” är {outcome.lower()} av {proposal.decided_name}.", proposal.decision_reason]
    if event.step != "reject":
        if proposal.remarks:
            paragraphs.append(f"Synpunkter från {proposal.consulted_name}:\n{proposal.remarks}")
        paragraphs.append(proposal.words.told)
        if proposal.concerns and proposal.concerns.status == Channel.Status.PREPARING:
            paragraphs.append("Kanalen står som Förbereds. Ange adress och kanalbeskrivning, och starta den sedan.")
    body = "\n\n".join(filter(None, paragraphs))
    writers = _writer(proposal, event)
    for person in writers:
        _tell(proposal, f"event-{event.pk}", person, f"{outcome}:", body, "proposals:show")
    steward = steward_of(proposal)
    if event.step != "reject" and steward and steward not in writers and steward.pk != event.by_id:
        _tell_steward(proposal, event, steward)


def _writer(proposal: Proposal, event: Event) -> list[User]:
    """Its author, or whoever carries on after her; those who decide for the unit when nobody does."""
    writer = carries_on(proposal)
    return [writer] if writer.is_active else [one for one in managers_of(proposal) if one.pk != event.by_id]


def _tell_steward(proposal: Proposal, event: Event, steward: User) -> None:
    """To the one who answers for the account or the channel, when she was not told as the one who wrote."""
    about = f"{proposal} är godkänd" if proposal.concerns else f"Du ansvarar för {proposal}"
    body = f"{about}. {proposal.words.told}"
    _tell(proposal, f"event-{event.pk}-steward", steward, "Godkänt:", body, "proposals:show")


def remarked(proposal: Proposal, event: Event) -> None:
    """To those who decide, when the consultation ends in remarks."""
    body = f"Synpunkter på förslaget ”{proposal}” från {event.by_name}:\n\n{event.reason}"
    for manager in managers_of(proposal).exclude(pk=event.by_id):
        _tell(proposal, f"event-{event.pk}", manager, "Synpunkter:", body, "review:decide")


def _tell(proposal: Proposal, key: str, to: User, about: str, body: str, page: str, title: str | None = None) -> None:
    mail.queue_all([_mail(proposal, key, to.pk, about, body, page, title)])


def _mail(
    proposal: Proposal, key: str, to: int, about: str, body: str, page: str, title: str | None = None
) -> mail.Mail:
    subject = f"{proposal.reference} {about} {proposal if title is None else title}".strip()
    path = reverse(page, args=[proposal.reference])
    return mail.Mail(f"{proposal.reference}-{key}", to, subject, _signed(body, path))


def _signed(body: str, path: str) -> str:
    return f"{body}\n\n{mail.link(path)}\n\nHälsningar\nKanalregistret"
