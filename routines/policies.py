"""Who may do what with a routine in a channel: rights that follow from facts."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q

from organisation import grants, roles
from organisation.models import User
from register.models import Channel, Goal
from register.policies import may_answer_for, may_care_for, may_read_all, who_cares

from .models import Event, Routine, Run


def may_read(user: User, channel: Channel) -> bool:
    """Routines are read by those near the channel, and by whoever has something to do in one of them."""
    return may_read_all(user, channel) or _has_part(user, channel)


def with_part(user: User) -> set[UUID]:
    """The channels that somebody may read the routines of because she has something to do in one, for lists."""
    mine = Q(responsible=user) | Q(deputy=user) | Q(successor=user)
    return set(Run.objects.standing().filter(mine).order_by().values_list("channel", flat=True))


def may_do(user: User, run: Run) -> bool:
    """Those who care for the channel, who answer for the run, and at a hand-over whoever may begin one: the one who
    leaves may be gone already, and the one who takes over does not finish it herself.
    """
    channel = run.channel
    if not user.is_active or channel.status == Channel.Status.CLOSED:
        return False
    if may_care_for(user, channel) or user.pk in {run.responsible_id, run.deputy_id}:
        return True
    return run.routine.when == Routine.When.HANDOVER and may_hand_over(user, channel)


def may_follow_up(user: User, goal: Goal, run: Run | None) -> bool:
    """Those who care for the channel, and whoever has the follow-up to do."""
    return may_care_for(user, goal.channel) or bool(run and may_do(user, run))


def why_not_follow_up(user: User, goal: Goal, run: Run | None) -> str:
    """Why the user may not follow up the goal, nor correct how it was followed up, or nothing when she may."""
    channel = goal.channel
    if channel.status == Channel.Status.CLOSED:
        return f"{channel} är avslutad. Uppgifterna om den ändras inte längre."
    if goal.ended:
        return f"Målet är avslutat. {who_cares(channel)}"
    if may_follow_up(user, goal, run):
        return ""
    return f"Bara de som ansvarar för {channel} kan följa upp målet och rätta uppföljningarna. {who_cares(channel)}"


def may_hand_over(user: User, channel: Channel) -> bool:
    """Begin a hand-over: those who care for the channel, the manager, and those who oversee the register."""
    live = channel.status != Channel.Status.CLOSED
    return live and (may_care_for(user, channel) or may_answer_for(user, channel) or roles.oversees(user))


def why_not_hand_over(user: User, channel: Channel) -> str:
    """Why the user may not begin a hand-over, or nothing when she may."""
    if channel.status == Channel.Status.CLOSED:
        return f"{channel} är avslutad. Uppgifterna om den ändras inte längre."
    if may_hand_over(user, channel):
        return ""
    return f"Bara de som ansvarar för {channel} och deras chef kan lämna över ansvaret. {who_cares(channel)}"


def why_not_sign(user: User, run: Run) -> str:
    """Why the user may not confirm or accept what was done, or nothing when she may."""
    if run.signature == Routine.Signature.SUCCESSOR:
        if run.successor and run.successor_id == user.pk and user.is_active:
            return ""
        return f"Bara den som tar över kan ta emot ansvaret. Det är {run.successor.presented if run.successor else ''}."
    if not may_answer_for(user, run.channel):
        return f"Bara chefen som ansvarar för {run.channel.unit} kan bekräfta."
    if run.finished_by_id == user.pk:
        return "Du har själv gjort åtgärden. En annan chef för verksamheten behöver bekräfta den."
    return ""


def why_not_cancel_closing(user: User, run: Run) -> str:
    """Why the user may not call a closing off, or nothing. What the manager has confirmed that the review came to is
    called off by a manager.
    """
    if run.channel.status == Channel.Status.CLOSED:
        return f"{run.channel} är avslutad."
    begun = run.events.filter(kind=Event.Kind.OPENED).select_related("by").first()
    decided = begun and begun.by_id not in {None, run.channel.steward_id, run.channel.deputy_id}
    if may_answer_for(user, run.channel) or (may_do(user, run) and not decided):
        return ""
    if decided and may_do(user, run):
        return f"Chefen har bekräftat att kanalen avvecklas. Be {begun.by_name} avbryta avvecklingen."  # type: ignore[union-attr]
    return f"Bara de som ansvarar för {run.channel} och deras chef kan avbryta avvecklingen."


def why_nobody_signs(user: User, run: Run) -> str:
    """Why somebody else should finish it, or nothing: the only manager who could confirm does not do it herself."""
    if run.signature != Routine.Signature.MANAGER or any(
        boss.pk != user.pk for boss in grants.deciders(run.channel.unit)
    ):
        return ""
    return (
        f"Ingen annan chef är utsedd för {run.channel.unit}, och den som gör åtgärden kan inte bekräfta den. "
        "Låt ersättaren göra den, eller be registeransvarig utse en chef till. Det du har svarat är sparat."
    )


def signers(run: Run, managers: Iterable[User] | None = None) -> list[User]:
    """Those who may confirm or accept what was done: the one who takes over, or the managers who did not do it;
    `managers` of the unit, when they are read already.
    """
    if run.signature == Routine.Signature.SUCCESSOR:
        return [run.successor] if run.successor else []
    if run.signature == Routine.Signature.MANAGER:
        bosses = grants.deciders(run.channel.unit) if managers is None else managers
        return [boss for boss in bosses if boss.pk != run.finished_by_id]
    return []


def _has_part(user: User, channel: Channel) -> bool:
    return any(
        user.pk in {run.responsible_id, run.deputy_id, run.successor_id}
        for run in Run.objects.standing().filter(channel=channel)
    )
