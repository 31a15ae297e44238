"""What the steward does before a channel starts: names it, describes it, starts it."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from organisation.requests import SignedInRequest
from organisation.typed import take_typed
from register import services
from register.forms import DescriptionForm, NameForm
from register.gates import gates, open_gates
from register.models import Channel
from register.naming import GENERAL, Advice, advise
from register.policies import may_prepare


@require_http_methods(["GET", "POST"])
def name(request: SignedInRequest, number: int) -> HttpResponse:
    """Name and address. Advice on the name is shown once it is saved, and stops nobody."""
    channel = _own(request, number)
    form = NameForm(_typed(request), channel=channel)
    if request.method == "POST" and form.is_valid():
        said = {
            "name": form.cleaned_data["name"],
            "address": form.cleaned_data["address"],
            "typed": (form["address"].data or "").strip(),
        }
        try:
            channel = services.name_channel(channel, by=request.user, **said)
        except services.AddressTaken as taken:
            form.refuse_address(taken.holder)
        else:
            messages.success(request, "Namn och adress är sparade.")
            return redirect("register:name" if _advice(channel) else "channel:show", number=number)
    context = {"channel": channel, "form": form, "general": GENERAL, "advice": _advice(channel)}
    return render(request, "register/name.html", context)


@require_http_methods(["GET", "POST"])
def description(request: SignedInRequest, number: int) -> HttpResponse:
    """The channel description. A text that may be too long is saved with a warning; one that is too long is not."""
    channel = _own(request, number)
    form = DescriptionForm(_typed(request), channel=channel)
    if request.method == "POST" and form.is_valid():
        services.describe(channel, by=request.user, description=form.cleaned_data["text"])
        messages.success(request, "Kanalbeskrivningen är sparad.")
        for warning in form.verdict.warnings:
            messages.warning(request, warning)
        return redirect("channel:show", number=number)
    return render(request, "register/description.html", {"channel": channel, "form": form})


@require_http_methods(["GET", "POST"])
def start(request: SignedInRequest, number: int) -> HttpResponse:
    """Start the channel, once nothing remains to be done. Starting it twice is harmless."""
    channel = _own(request, number)
    remaining = open_gates(channel)
    if request.method == "POST" and not remaining:
        services.start(channel, by=request.user)
        messages.success(request, f"{channel} är startad och står som aktiv i registret.")
        return redirect("channel:show", number=number)
    errors = []
    if request.method == "POST":
        errors = [{"href": reverse(gate.page, args=[number]), "text": gate.missing} for gate in remaining]
    context = {"channel": channel, "gates": gates(channel), "remaining": remaining, "errors": errors}
    return render(request, "register/start.html", context)


def _own(request: SignedInRequest, number: int) -> Channel:
    """The channel with that number, for the one who looks after it."""
    channels = Channel.objects.select_related("platform", "unit__organisation", "steward")
    channel = get_object_or_404(channels, number=number)
    if channel.status == Channel.Status.CLOSED:
        raise PermissionDenied(f"{channel} är avslutad. Uppgifterna om den ändras inte längre.")
    if not may_prepare(request.user, channel):
        raise PermissionDenied(
            f"Bara den som ansvarar för {channel} kan ändra den. Det är {channel.steward.presented}."
        )
    return channel


def _typed(request: SignedInRequest) -> QueryDict | None:
    """What was posted; or what was typed here before the sign-in ran out."""
    return request.POST if request.method == "POST" else take_typed(request)


def _advice(channel: Channel) -> list[Advice]:
    """Advice on the name as it is saved, held against the names of all other live channels."""
    others = Channel.objects.live().exclude(pk=channel.pk).values_list("name", "number")
    return advise(
        channel.name,
        city=settings.CITY_NAME,
        unit=channel.unit.name,
        handle=channel.handle,
        languages=channel.languages,
        others=[(name, f"K-{number}") for name, number in others],
    )
