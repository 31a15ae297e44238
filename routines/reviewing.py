"""What a yearly review looks at: the facts of the register beside each of its questions, and where they are changed."""

from dataclasses import dataclass

from register.models import Channel

from .known import REVIEW, results
from .models import Routine, Run
from .situation import situation

NEEDED, NOT_NEEDED = "needed", "no"  # the question of the yearly review, and the answer that closes the channel
CHANGES = "change"  # the answer to it, and to what each part says, that something is to be changed


@dataclass(frozen=True)
class Fact:
    """One thing the register says: what it is about, the words, and the page where it is changed."""

    label: str
    said: str
    page: str
    number: int | None = None  # of the goal, on a page that asks for it

    @property
    def action(self) -> str:
        """What one does there: a goal is followed up, everything else is changed."""
        return "Följ upp" if self.number else "Ändra"


def is_review(run: Run) -> bool:
    """Whether it is the yearly review: the one that confirms that the channel is needed and the register right."""
    return run.routine.key == REVIEW


def facts(run: Run) -> dict[str, list[Fact]]:
    """The facts, by the key of the point they belong to; none for other routines."""
    if not is_review(run):
        return {}
    channel = run.channel
    return {
        "purpose": [
            Fact("Syfte", channel.purpose, "channel:change"),
            Fact("Målgrupp", channel.audience, "channel:change"),
        ],
        "goals": [
            Fact(str(goal), result[:1].upper() + result[1:], "routines:follow_up", goal.number)
            for goal, result in results(channel)
        ],
        "resources": [Fact("Resurser", channel.resources, "channel:change"), _people(channel)],
        "routines": [Fact("Rutiner", _routines(channel), "routines:list")],
        "description": [
            Fact("Namn och adress", "\n".join(filter(None, (channel.name, channel.address))), "register:name"),
            Fact("Kanalbeskrivning", channel.description, "register:description"),
        ],
    }


def _people(channel: Channel) -> Fact:
    people = [f"Ansvarig: {channel.steward.presented}"]
    people.append(f"Ersättare: {channel.deputy.presented if channel.deputy else 'saknas'}")
    return Fact("Ansvariga", "\n".join(people), "register:people")


def _routines(channel: Channel) -> str:
    seen = situation([channel])
    wanted = seen.of(channel, Routine.When.QUESTION)
    left = [one for one in seen.unprepared(channel) if one.when == Routine.When.QUESTION]
    return f"{len(wanted) - len(left)} av {len(wanted)} rutiner är klara"
