"""What is missing before a proposal can be sent: each section's own rules, and those that need the database."""

from collections.abc import Collection, Iterator

from organisation import clock
from register.models import Channel, ChannelKind
from register.policies import CHANGEABLE

from . import account
from .answers import values
from .kinds import EXISTING
from .models import Part, Proposal
from .policies import Answering, answering, have_written, steward_of
from .sections import Problem, Section, sections_of
from .similar import to_answer

NO_MANAGER = "Ingen chef är utsedd att besluta för verksamheten. Kontakta registeransvarig."
NO_OTHER_MANAGER = (
    "Du kan inte besluta om ditt eget förslag, och ingen annan chef är utsedd för verksamheten. "
    "Kontakta registeransvarig."
)
NO_OTHER_CHIEF = (
    "Ingen kommunikationschef eller motsvarande är utsedd att svara på avstämningen, utöver den som skriver eller "
    "beslutar. Kontakta registeransvarig."
)
STEWARD_DECIDES = (
    "Den som ansvarar för kontot kan inte besluta om det, och ingen annan chef är utsedd för verksamheten. "
    "Ange någon annan som ansvarig, eller kontakta registeransvarig."
)
CARER_DECIDES = (
    "Den som ansvarar för kanalen kan inte besluta om en ändring av den, och ingen annan chef är utsedd för "
    "verksamheten. Kontakta registeransvarig."
)


def problems(proposal: Proposal, section: Section, people: Answering | None = None) -> list[Problem]:
    """What is missing in one section, in the order of its questions. `people` are those who may answer the proposal,
    when they are read already.
    """
    found = section.problems(values(proposal, section))
    if section.key == "basics":
        return found + [Problem(*one) for one in _basics(proposal, people)]
    beside = BESIDE.get(section.key)
    return found + [Problem(*one) for one in beside(proposal, section)] if beside else found


def all_problems(proposal: Proposal, people: Answering | None = None) -> dict[str, list[Problem]]:
    """What is missing, by the key of the section; sections that are complete are left out."""
    found = {section.key: problems(proposal, section, people) for section in sections_of(proposal.kind)}
    return {key: some for key, some in found.items() if some}


def status(proposal: Proposal, section: Section) -> str:
    """Whether nothing, something or everything is answered."""
    if not problems(proposal, section):
        return Part.Status.DONE
    begun = any(answer for name, answer in values(proposal, section).items() if name not in PREFILLED)
    begun = begun or (section.key == "purpose" and bool(proposal.goals.all()))
    begun = begun or (section.key == "scan" and any(one.answer for one in proposal.similar_channels.all()))
    return Part.Status.STARTED if begun else Part.Status.EMPTY


def hindrance(proposal: Proposal) -> str:
    """Why what was sent whole cannot be approved as the register is now, in Swedish; empty when it can."""
    if proposal.kind == EXISTING:
        return account.refusal(proposal)
    if proposal.concerns and proposal.concerns.status not in CHANGEABLE:
        return not_changed(proposal.concerns)
    return ""


def not_changed(channel: Channel) -> str:
    """Why a channel on its way out is not changed, in Swedish."""
    how = "avvecklas" if channel.status == Channel.Status.CLOSING else "är avslutad"
    return f"{channel.reference} {channel} {how} och kan inte ändras."


def _basics(proposal: Proposal, people: Answering | None) -> Iterator[tuple[str, str]]:
    if proposal.concerns and (refused := hindrance(proposal)):
        yield "concerns", refused
    if proposal.kind == EXISTING:
        yield from _account(proposal)
    if proposal.wished_start and proposal.wished_start < clock.today():
        yield "wished_start", "Startdatum måste vara i dag eller senare"
    if not proposal.unit:
        return
    if proposal.organisation_id and proposal.unit.organisation_id != proposal.organisation_id:
        theirs = proposal.unit.organisation
        yield "unit", f"{proposal.unit} hör till {theirs}. Välj en verksamhet i {proposal.organisation}"
        return
    people = people or answering(proposal)
    if not people.given:
        yield "unit", NO_MANAGER
    elif not people.managers:
        yield _nobody_decides(proposal, people.given)
    elif not people.chiefs or len(people.managers | people.chiefs) < 2:
        yield "unit", NO_OTHER_CHIEF


def _nobody_decides(proposal: Proposal, given: Collection[int]) -> tuple[str, str]:
    steward = steward_of(proposal)
    if steward is None or steward.pk not in given or steward.pk in have_written(proposal):
        return "unit", NO_OTHER_MANAGER
    return ("unit", CARER_DECIDES) if proposal.concerns else ("steward", STEWARD_DECIDES)


def _account(proposal: Proposal) -> Iterator[tuple[str, str]]:
    knows_where = proposal.channel_kind != ChannelKind.SOCIAL or proposal.platform
    if proposal.account_address and knows_where:
        other = account.proposed_elsewhere(proposal)
        if refused := account.refusal(proposal):
            yield "account_address", refused
        elif other:
            yield "account_address", f"Kontot finns redan i förslaget {other.reference}, som inte är avgjort än."
    if proposal.account_started and proposal.account_started > clock.today():
        yield "account_started", "Datumet kan inte ligga i framtiden"
    if proposal.steward and not proposal.steward.is_active:
        yield "steward", f"{proposal.steward} har slutat. Ange någon annan som ansvarig."


def _purpose(proposal: Proposal, section: Section) -> Iterator[tuple[str, str]]:
    goals = list(proposal.goals.all())
    if not goals:
        yield "goals", "Lägg till minst ett mål som går att följa upp"
    for goal in goals:
        if goal.target_date <= clock.today():
            yield "goals", f"Måldatum för ”{goal.indicator}” måste ligga efter dagens datum"


def _scan(proposal: Proposal, section: Section) -> Iterator[tuple[str, str]]:
    answers = {similar.channel_id: similar for similar in proposal.similar_channels.all()}
    for channel in to_answer(proposal):
        given, name = answers.get(channel.pk), f"similar_{channel.number}"
        if not given or not given.answer:
            yield name, f"Välj hur ni förhåller er till {channel.name}"
        elif given.answer == "not_enough" and not given.explanation:
            yield f"{name}_why", f"Skriv varför {channel.name} inte räcker"
        elif given.answer == "cooperate" and not given.explanation:
            yield f"{name}_why", f"Skriv hur ni samarbetar med {channel.name}"
    if not proposal.coordination and not proposal.no_coordination:
        yield "coordination", "Skriv minst en kanal, eller kryssa i att ingen samordning behövs"


PREFILLED = frozenset({"organisation", "unit", "steward"})  # from the author's sign-in: nobody has answered yet


def _resources(proposal: Proposal, section: Section) -> Iterator[tuple[str, str]]:
    if proposal.resources_last == "until" and proposal.resources_until and proposal.resources_until < clock.today():
        yield "resources_until", "Datumet då resurserna tar slut måste vara i dag eller senare"
    if "single_reason" in section.names and len(proposal.staff) == 1 and not proposal.single_reason:
        yield "single_reason", "Skriv varför det räcker med en person, eller lägg till en till"
    if any(level != "have" for level in proposal.knowledge.values()) and not proposal.training_plan:
        yield "training_plan", "Skriv när och hur kunskapen kommer på plats"


BESIDE = {"purpose": _purpose, "scan": _scan, "resources": _resources}
