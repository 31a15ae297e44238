"""The course of a proposal, from the first word to the running channel, through the real services."""

import uuid
from dataclasses import dataclass
from typing import Any

from organisation import clock
from organisation.models import User
from proposals import drafting, services
from proposals.answers import checksum, snapshot
from proposals.models import Proposal
from proposals.sections import BY_KEY
from proposals.similar import suggestions
from register import platforms
from register import services as register
from register.models import Channel
from routines import services as routines

from . import answering, preparing, readiness
from .cast import Cast
from .record import Idea, pick
from .telling import Story, past


@dataclass
class Course:
    """One idea on its way. Each method is a stretch of it; `days` counts down to today."""

    cast: Cast
    idea: Idea
    proposal: Proposal = None  # type: ignore[assignment]  # set by open
    days: float = 0

    def __post_init__(self) -> None:
        self.days = self.idea.days

    @property
    def author(self) -> User:
        return self.cast.people[self.idea.author]

    @property
    def manager(self) -> User:
        return self.cast.manager(self.author)

    @property
    def chief(self) -> User:
        return self.cast.chief(self.author)

    def fresh(self) -> Proposal:
        self.proposal = Proposal.objects.get(pk=self.proposal.pk)
        return self.proposal

    def wait(self, *lengths: float) -> Story:
        """Let one of these numbers of days pass."""
        self.days -= pick(lengths, self.idea.name, self.idea.platform, self.days)
        yield past(self.days)

    # What the author does

    def open(self) -> None:
        self.proposal = drafting.begin(by=self.author, token=uuid.uuid4())

    def begin(self) -> Story:
        yield past(self.days)
        self.open()
        self.save("basics", answering.basics(self.idea, self.author))

    def save(self, key: str, answers: dict[str, Any], similar: Any = (), by: User | None = None) -> None:
        version = self.fresh().parts.get(key=key).version
        drafting.save_section(
            self.proposal, BY_KEY[key], by=by or self.author, version=version, answers=answers, similar=similar
        )

    def state_purpose(self) -> None:
        self.save("purpose", answering.purpose(self.idea, self.cast.objective(self.author)))
        for facts in answering.goals(self.idea, self.author):
            drafting.add_goal(self.proposal, by=self.author, token=uuid.uuid4(), facts=facts)

    def scan(self) -> None:
        """Answer for every channel that is suggested, also those that have come since the last time."""
        similar, named = [], []
        for place, one in enumerate(suggestions(self.fresh())):
            answer, why = answering.similar(self.idea, one.channel.name, one.reason, place)
            similar.append((one.channel, one.reason, answer, why))
            if answer == "cooperate":
                named.append(f"{one.channel.name} ({one.channel.reference})")
        self.save("scan", answering.scan(self.idea, named), similar)

    def write(self) -> Story:
        """All parts but the environment scan, over about a week."""
        yield from self.begin()
        yield from self.wait(1, 0, 2)
        self.state_purpose()
        yield from self.wait(2, 1, 3)
        self.save("audience", answering.audience(self.idea))
        self.save("resources", answering.resources(self.idea, self.author))

    def submit(self) -> None:
        """Look at what is in the register by now, and send."""
        self.scan()
        text = checksum(snapshot(self.fresh()))
        services.submit(self.proposal, by=self.author, seen=text)
        self.fresh()

    def send(self) -> Story:
        yield from self.wait(1, 2, 3)
        self.submit()

    # What the others do

    def consult(self, remarks: str = "", coordinate: str = "") -> None:
        revision = self.fresh().revision
        services.consult(self.proposal, by=self.chief, revision=revision, remarks=remarks, coordinate=coordinate)

    def decide(self, conditions: str = "", case_number: str = "") -> None:
        revision = self.fresh().revision
        said = {"conditions": conditions, "case_number": case_number}
        services.decide(self.proposal, by=self.manager, revision=revision, remarks_seen=True, **said)

    def send_back(self, comments: dict[str, str], by: User, reason: str = "") -> None:
        services.send_back(self.fresh(), by=by, revision=self.proposal.revision, comments=comments, reason=reason)

    def mend(self, added: dict[str, tuple[str, str]]) -> None:
        """Add to the answers what was asked for, by part (question, text), and tick off the comments."""
        for key, (question, text) in added.items():
            self.save(key, {question: getattr(self.fresh(), question) + text})
        for comment in self.proposal.comments_on_parts.filter(addressed=None):
            drafting.tick_off(comment, by=self.author, done=True)

    def approve(self) -> Story:
        """Both say yes, in either order; every sixth proposal is sent back once before that."""
        if pick((True, *[False] * 5), self.idea.name, "returned"):
            yield from self.wait(3, 4, 6)
            comments, added = pick(readiness.RETURNED, self.idea.name)
            self.send_back(comments, by=pick((self.manager, self.chief), self.idea.name))
            yield from self.wait(2, 5)
            self.mend(added)
            yield from self.send()
        number = f"{len(self.idea.purpose) * 7:04}/{clock.today():%y}"
        remarks = pick(("", "", "", pick(readiness.REMARKS, self.idea.name)), self.idea.name, "remarks")
        conditions = pick(readiness.CONDITIONS, self.idea.name)
        case_number = pick(("", number, number), self.idea.name, "case")
        acts = [lambda: self.consult(remarks), lambda: self.decide(conditions, case_number)]
        for act in acts if len(self.idea.name) % 3 else reversed(acts):
            yield from self.wait(2, 3, 5, 1)
            act()

    def prepare(self, stop: str) -> Story:
        """Answer the routines, name, describe and start the channel, as far as `stop` says."""
        channel: Channel = self.fresh().channel  # type: ignore[assignment]
        deputy = self.cast.deputy(self.author)
        order = ("approved", "named", "described", "active")
        acts = (self._name, self._describe, self._start)
        for act in acts[: order.index(stop)]:
            yield from self.wait(2, 3, 4)
            channel = act(channel, deputy)

    def _name(self, channel: Channel, deputy: User) -> Channel:
        address = platforms.read(self.idea.address, channel.platform)
        preparing.answer_routines(channel, deputy, most=4)
        return register.name_channel(
            channel, by=self.author, name=self.idea.name, address=address, typed=self.idea.address
        )

    def _describe(self, channel: Channel, deputy: User) -> Channel:
        company = channel.unit.organisation.kind == "company"
        return preparing.describe(channel, answering.description(self.idea, company=company))

    def _start(self, channel: Channel, deputy: User) -> Channel:
        preparing.staff(channel, deputy)
        preparing.answer_routines(channel, deputy)
        return routines.start_channel(channel, by=self.author)


def whole(cast: Cast, idea: Idea) -> Story:
    """From idea to register, and on to the running channel."""
    course = Course(cast, idea)
    yield from course.write()
    yield from course.send()
    yield from course.approve()
    yield from course.prepare(idea.until)
