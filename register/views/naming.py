"""A channel's name and address, and what both meet in the register, told while they are typed."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from organisation.requests import SignedInRequest
from register import services
from register.forms import NameForm
from register.forms.naming import about
from register.models import Channel
from register.naming import departs
from register.neighbours import Remark, on_address, on_name
from register.version import ChangedMeanwhile

from .finding import cared_for, found, typed


@require_http_methods(["GET", "POST"])
def edit(request: SignedInRequest, number: int) -> HttpResponse:
    """Namn och adress. Advice on the name stops nobody, but departing from it is explained."""
    channel = cared_for(request, number)
    form, status = NameForm(typed(request), channel=channel), 200
    if request.method == "POST" and form.is_valid():
        said = {
            "name": form.cleaned_data["name"],
            "address": form.cleaned_data["address"],
            "typed": (form["address"].data or "").strip(),
            "reason": form.cleaned_data["reason"],
            "seen": form.cleaned_data["version"],
        }
        try:
            services.name_channel(channel, by=request.user, **said)
        except services.NameTaken as taken:
            form.refuse_name(taken.holder)
        except services.AddressTaken as taken:
            form.refuse_address(taken.holder)
        except ChangedMeanwhile:
            form, status = form.renewed(found(number)), 409
        else:
            messages.success(request, "Namn och adress är sparade.")
            return redirect("register:name" if form.worth_a_look else "channel:show", number)
    return render(request, "register/name.html", {"channel": channel, "form": form}, status=status)


@require_safe
def check(request: SignedInRequest, number: int) -> JsonResponse:
    """What a name and an address would meet, while they are typed: texts, and the pages of channels they are about."""
    channel = cared_for(request, number)
    name, address = (request.GET.get(key, "").replace("\x00", "") for key in ("namn", "adress"))
    return JsonResponse({"name": _told(_on_name(channel, name)), "address": _told(on_address(channel, address))})


def _on_name(channel: Channel, name: str) -> list[Remark]:
    remarks, answers = on_name(channel, name), about(channel, name)
    if not name.strip() or not departs(answers):
        return remarks
    why = dict.fromkeys(text for each in answers for text in each.why)
    return [*remarks, *map(Remark, why), Remark("Råden hindrar er inte, men skriv varför ni väljer namnet.")]


def _told(remarks: Iterable[Remark]) -> list[dict[str, Any]]:
    return [
        {
            "text": each.text,
            "href": reverse("channel:show", args=[each.channel.number]) if each.channel else "",
            "bad": each.bad,
        }
        for each in remarks
    ]
