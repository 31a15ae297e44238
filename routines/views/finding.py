"""How a page about a channel's routines finds what it is about, or says that it is not there or not for you."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from organisation.requests import SignedInRequest
from register.models import Channel, Goal
from register.views.finding import found
from routines.models import Run
from routines.policies import may_do, may_read


def readable(request: SignedInRequest, number: int) -> Channel:
    """The channel with that number, for those who may read its routines. Raises Http404 or PermissionDenied."""
    channel = found(number)
    if not may_read(request.user, channel):
        raise PermissionDenied(
            f"Rutinerna för {channel} läses av dem som ansvarar för kanalen, deras chef och kommunikationschefen."
        )
    return channel


def found_goal(request: SignedInRequest, number: int, goal: int) -> tuple[Goal, Run | None]:
    """One goal of a channel, for those who may read it, and the run that asks for its follow-up. Raises Http404 or
    PermissionDenied.
    """
    channel = readable(request, number)
    one = get_object_or_404(Goal, channel=channel, number=goal)
    one.channel = channel
    return one, Run.objects.whole().filter(goal=one, done=None).first()


def found_run(request: SignedInRequest, number: int, run: int) -> Run:
    """One run of a channel, for those who may read it. Raises Http404 or PermissionDenied."""
    channel = readable(request, number)
    return get_object_or_404(Run.objects.whole(), channel=channel, number=run)


def own_run(request: SignedInRequest, number: int, run: int) -> Run:
    """The same, for those who do it. Raises PermissionDenied with the reason."""
    one = found_run(request, number, run)
    if not may_do(request.user, one):
        raise PermissionDenied(f"{one} görs av dem som ansvarar för {one.channel}.")
    return one
