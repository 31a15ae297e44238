"""The register as a whole, above the list: how much there is, and two charts."""

from collections.abc import Sequence
from dataclasses import dataclass

from organisation.swedish import counted
from register.charts import Chart, needs_chart, needs_held, platform_chart, platforms_held
from register.models import Channel
from register.names import Names
from register.reach import Reach
from register.tally import Tally


@dataclass(frozen=True)
class Whole:
    """What is said of all channels, whatever the list below has been narrowed to."""

    sentence: str
    charts: Sequence[Chart]


def whole(seen: Tally, called: Names, reach: Reach) -> Whole:
    """The sentence, and the charts that somebody may see."""
    charts = [platform_chart(platforms_held(seen, called))]
    if held := needs_held(seen, reach):
        charts.append(needs_chart(held, everything=reach.everything))
    return Whole(_sentence(seen), charts)


def _sentence(seen: Tally) -> str:
    """«Alla registrerade kanaler i förvaltningar och bolag. 214 kanaler, varav 187 aktiva.»."""
    status = seen.by["status"]
    active, closed = status.get(Channel.Status.ACTIVE, 0), status.get(Channel.Status.CLOSED, 0)
    number = counted(seen.channels, "kanal", "kanaler", neuter=False).capitalize()
    of_them = counted(active, "aktiv", "aktiva", neuter=False) if active else "ingen är aktiv än"
    ended = f" och {counted(closed, 'avslutad', 'avslutade', neuter=False)}" if closed else ""
    return f"Alla registrerade kanaler i förvaltningar och bolag. {number}, varav {of_them}{ended}."
