"""How some channels end or change hands: one is closed, one is being closed, one waits for its new steward."""

from organisation import clock
from organisation.models import User
from register.models import Channel
from routines import services
from routines.models import Routine, Run

from . import manners
from .cast import Cast
from .telling import Story, past


def endings(cast: Cast) -> list[Story]:
    """All of them, told in the order they happen."""
    return [
        _closed("Fråga barnmorskan", 60, 33),
        _closing("Trafik i Göteborg", 9),
        _changes_hands("Boktips från biblioteken", cast.people["Sara Ek"], 6),
    ]


def _channel(name: str) -> Channel:
    rows = Channel.objects.select_related("platform", "unit__organisation", "steward", "deputy")
    found: Channel = rows.get(name=name)
    return found


def _begin(name: str, days: int) -> Run:
    channel = _channel(name)
    return services.begin_closing(channel, by=channel.steward, due=past(days).date())


def _closed(name: str, begun: int, done: int) -> Story:
    yield past(begun, 10)
    run = _begin(name, done)
    yield past(done, 14)
    run = Run.objects.whole().get(pk=run.pk)
    decided = {"decided": clock.today().isoformat()}
    services.finish(run, by=run.channel.steward, answers=manners.CLOSING | decided, seen=run.version)


def _closing(name: str, begun: int) -> Story:
    """Decided and told, not archived yet."""
    yield past(begun, 10)
    run = _begin(name, 1)
    yield past(begun - 3, 11)
    known = {key: manners.CLOSING[key] for key in ("case", "disposal")}
    said = known | {
        "reason": "Få söker trafikläget där. Det mesta finns i kartan över gatuarbeten.",
        "decided": clock.today().isoformat(),
        "referral": "Gatuarbeten på karta",
    }
    services.save(Run.objects.whole().get(pk=run.pk), by=run.channel.steward, answers=said, seen=run.version)


def _changes_hands(name: str, to: User, begun: int) -> Story:
    """The five steps are done; whoever takes over has not accepted yet."""
    yield past(begun, 9)
    channel = _channel(name)
    run = services.begin_handover(channel, by=channel.steward, to=to, last_day=past(1).date())
    yield past(begun - 4, 13)
    run = Run.objects.whole().get(pk=run.pk, routine__when=Routine.When.HANDOVER)
    steps = {answer.key: "yes" for answer in run.answers.all()}
    services.finish(run, by=channel.steward, answers=steps, seen=run.version)
