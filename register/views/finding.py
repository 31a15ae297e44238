"""How a page of those who care for a channel finds it, and what was typed on it."""

from django.http import QueryDict
from django.shortcuts import get_object_or_404

from organisation.requests import SignedInRequest
from organisation.typed import take_typed
from register.models import Channel
from register.policies import require_carer


def found(number: int) -> Channel:
    """The channel with that number as it stands now, or 404."""
    channels = Channel.objects.select_related("platform", "unit__organisation", "steward", "deputy")
    return get_object_or_404(channels, number=number)


def cared_for(request: SignedInRequest, number: int) -> Channel:
    """The channel with that number, for those who care for it; others are told why not."""
    channel = found(number)
    require_carer(request.user, channel)
    return channel


def typed(request: SignedInRequest) -> QueryDict | None:
    """What was posted; or what was typed here before the sign-in ran out."""
    return request.POST if request.method == "POST" else take_typed(request)
