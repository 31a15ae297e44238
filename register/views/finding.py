"""How a page of those who care for a channel finds it, and what was typed on it."""

from django.db.models import QuerySet
from django.http import Http404, QueryDict

from organisation.question import Question
from organisation.requests import SignedInRequest
from organisation.typed import take_typed
from register.models import Channel
from register.policies import require_carer


def found(number: int) -> Channel:
    """The channel with that number as it stands now, or 404."""
    channels: list[Channel] = WITH_NUMBER.objects(number) if number <= LARGEST else []
    if not channels:
        raise Http404(f"Ingen kanal har nummer {number}.")
    return channels[0]


def _with_number(number: int) -> QuerySet[Channel]:
    channels: QuerySet[Channel] = Channel.objects.filter(number=number)
    return channels.select_related("platform", "unit__organisation", "steward", "deputy")


WITH_NUMBER = Question(_with_number)
LARGEST = 2**31 - 1  # number that the column holds


def cared_for(request: SignedInRequest, number: int) -> Channel:
    """The channel with that number, for those who care for it; others are told why not."""
    channel = found(number)
    require_carer(request.user, channel)
    return channel


def typed(request: SignedInRequest) -> QueryDict | None:
    """What was posted; or what was typed here before the sign-in ran out."""
    return request.POST if request.method == "POST" else take_typed(request)
