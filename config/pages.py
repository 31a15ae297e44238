"""The start page: what one has to do, most urgent first, and where one's things are."""

from django.http import HttpResponse
from django.shortcuts import render

from organisation.requests import SignedInRequest
from proposals import queues
from proposals.views.drafts import whose_turn
from proposals.waiting import waited
from proposals.workflow import State
from register.models import Channel

MOST = 5  # in each panel; the rest behind the link


def start(request: SignedInRequest) -> HttpResponse:
    """Panels with content only. Each count is the length of the list behind its link."""
    user = request.user
    to_decide, to_consult, own = queues.to_decide(user), queues.to_consult(user), queues.own(user)
    returned = own.filter(state=State.RETURNED)
    channels = Channel.objects.live().filter(steward=user).select_related("platform").order_by("sort_name")
    preparing = [channel for channel in channels if channel.status == Channel.Status.PREPARING]
    decide = [{"proposal": one, "waited": waited(one)} for one in to_decide.for_lists()[:MOST]]
    consult = [{"proposal": one, "waited": waited(one)} for one in to_consult.for_lists()[:MOST]]
    context = {
        "returned": returned,
        "preparing": preparing,
        "decide": decide,
        "decide_count": to_decide.count(),
        "consult": consult,
        "consult_count": to_consult.count(),
        "own": [{"proposal": one, "whose": whose_turn(one)} for one in own.for_lists()[:MOST]],
        "own_count": own.count(),
        "channels": channels,
    }
    context["nothing"] = not (returned or preparing or decide or consult)
    context["newcomer"] = context["nothing"] and not context["own"] and not channels
    return render(request, "start/start.html", context)
