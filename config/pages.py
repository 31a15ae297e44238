"""The start page: what one has to do, most urgent first, and where one's things are."""

from django.http import HttpResponse
from django.shortcuts import render

from organisation.requests import SignedInRequest
from proposals import queues
from proposals.views.drafts import whose_turn
from proposals.waiting import waited
from proposals.workflow import State

from . import to_do

MOST = 5  # in each panel with a list of its own behind it


def start(request: SignedInRequest) -> HttpResponse:
    """Panels with content only. Each count is the length of the list behind its link."""
    user = request.user
    to_decide, to_consult, own = queues.to_decide(user), queues.to_consult(user), queues.own(user)
    channels = to_do.cared_for(user)
    decide = [{"proposal": one, "waited": waited(one)} for one in to_decide.for_lists()[:MOST]]
    consult = [{"proposal": one, "waited": waited(one)} for one in to_consult.for_lists()[:MOST]]
    returned = list(own.filter(state=State.RETURNED).for_lists())
    context = {
        "rows": to_do.rows(user, returned, channels),
        "decide": decide,
        "decide_count": to_decide.count(),
        "consult": consult,
        "consult_count": to_consult.count(),
        "own": [{"proposal": one, "whose": whose_turn(one)} for one in own.for_lists()[:MOST]],
        "own_count": own.count(),
        "channels": channels,
    }
    context["nothing"] = not (context["rows"] or decide or consult)
    context["newcomer"] = context["nothing"] and not context["own"] and not channels
    return render(request, "start/start.html", context)
