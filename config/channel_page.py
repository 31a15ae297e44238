"""A channel's page: what the register knows of it, the decision behind it, and what remains before it starts."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from organisation.journey import JOURNEY
from organisation.models import User
from organisation.requests import SignedInRequest
from organisation.swedish import listed
from proposals.models import Proposal
from proposals.policies import visible_to
from proposals.sections import BY_KEY
from proposals.workflow import Role
from register.gates import gates, open_gates
from register.history import entries
from register.models import Channel
from register.policies import may_prepare, may_read_all

LANGUAGES = dict(BY_KEY["audience"].question("languages").choices)
DESCRIBED = "Beskrivs i guiden"
ROUTINES = (
    ("routines", "Rutiner", "Hur ni arbetar med kanalen, svarar på frågor och tar över för varandra", "rutiner", ""),
    ("laws", "Lagar och regler", "Det som gäller för innehåll, kommentarer och personuppgifter", "beslut", "#lagar"),
    ("people", "Ansvariga", "Vem som ansvarar för lösenord, och vem som tar över vid frånvaro", "rutiner", ""),
)


def as_spoken(request: SignedInRequest, number: str) -> HttpResponse:
    """K-1042, as people say and write it, leads to the channel's page."""
    return redirect("channel:show", int(number))


def show(request: SignedInRequest, number: int) -> HttpResponse:
    """Everything about a channel, for somebody signed in. History and resources are for those near it."""
    channels = Channel.objects.select_related("platform", "unit__organisation", "steward")
    channel = get_object_or_404(channels, number=number)
    prepares, reads_all = may_prepare(request.user, channel), may_read_all(request.user, channel)
    preparing = channel.status == Channel.Status.PREPARING
    context = {
        "channel": channel,
        "prepares": prepares,
        "reads_all": reads_all,
        "languages": listed([LANGUAGES.get(code, code).lower() for code in channel.languages]).capitalize(),
        "goals": channel.goals.all(),
        "decision": _decision(request.user, channel),
        "tasks": _tasks(channel, prepares=prepares) if preparing else [],
        "steps": _steps(channel) if preparing else [],
        "history": entries(channel, LANGUAGES) if reads_all else [],
    }
    return render(request, "channel/show.html", context)


def _decision(user: User, channel: Channel) -> dict[str, Any]:
    """The proposal that was approved, the roles of the two who said yes, and whether the user may read it all."""
    return {
        "proposal": Proposal.objects.get(channel=channel),
        "readable": visible_to(user).filter(channel=channel).exists(),
        "manager": Role.MANAGER,
        "chief": Role.CHIEF,
    }


def _tasks(channel: Channel, *, prepares: bool) -> list[dict[str, str]]:
    """What is to be done before the start. Only the steward's own links lead on; the guide is for everyone."""
    tasks = []
    for gate in gates(channel):
        href = reverse(gate.page, args=[channel.number]) if prepares else ""
        status, colour = ("Klar", "") if gate.done else ("Inte påbörjad", "grey")
        tasks.append(_task(gate.page.partition(":")[2], gate.title, "", href, status, colour))
    for key, title, hint, slug, place in ROUTINES:
        tasks.append(_task(key, title, hint, reverse("guide:step", args=[slug]) + place, DESCRIBED, ""))
    missing = listed([gate.title.lower() for gate in open_gates(channel)])
    href = reverse("register:start", args=[channel.number]) if prepares and not missing else ""
    status, colour = ("Kan inte påbörjas än", "grey") if missing else ("Redo att starta", "blue")
    hint = f"Först behövs {missing}" if missing else "Kanalen blir aktiv i registret"
    return [*tasks, _task("start", "Starta kanalen", hint, href, status, colour)]


def _task(key: str, name: str, hint: str, href: str, status: str, colour: str) -> dict[str, str]:
    return {"id": key, "name": name, "hint": hint, "href": href, "status": status, "colour": colour}


def _steps(channel: Channel) -> list[dict[str, Any]]:
    """The seven steps with what is done and where one stands. Approval and registration are behind every channel.

    Routines are not kept in the register, so that step is never ticked off here.
    """
    done = {1, 2, 3, 6} | ({5} if channel.address_key else set()) | ({7} if channel.description else set())
    present = {(False, False): 4, (False, True): 5, (True, False): 7}.get((5 in done, 7 in done))
    return [{"step": step, "done": step.number in done, "present": step.number == present} for step in JOURNEY]
