"""A channel's description: the text, its limits, texts to begin from, and where each point is told."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from organisation.requests import SignedInRequest
from register import services
from register.description import EXAMPLE, TEXT, Suggestion, coverage, suggest, told_where_it_fits, uncovered
from register.forms import DescriptionForm
from register.models import Channel
from register.platforms import limits_by_name
from register.version import ChangedMeanwhile

from .finding import cared_for, found, typed

COMPARED = ("instagram", "x", "facebook", "tiktok")  # where the example is tried


@require_http_methods(["GET", "POST"])
def edit(request: SignedInRequest, number: int) -> HttpResponse:
    """Kanalbeskrivning. A text that may be too long is saved with a warning; one that is too long is not."""
    channel = cared_for(request, number)
    suggestions = _suggestions(channel)
    chosen = next((each for each in suggestions if each.key == request.GET.get("forslag")), None)
    form, status = DescriptionForm(typed(request), channel=channel, initial=_filled_in(chosen)), 200
    if request.method == "POST" and form.is_valid():
        try:
            services.describe(channel, by=request.user, **form.said())
        except ChangedMeanwhile:
            form, status = form.renewed(found(number)), 409
        except ValueError as refusal:  # the limit was lowered just now
            form.add_error("text", str(refusal))
        else:
            return _saved(request, channel, form)
    context = {
        "channel": channel,
        "form": form,
        "suggestions": suggestions,
        "chosen": chosen if not form.is_bound else None,
        "example": EXAMPLE,
        "example_fits": told_where_it_fits(EXAMPLE, limits_by_name(COMPARED)),
    }
    return render(request, "register/description.html", context, status=status)


def _suggestions(channel: Channel) -> list[Suggestion]:
    limits = list(channel.platform.limits.all()) if channel.platform else []
    link = channel.description_link or settings.RULES_URL
    return suggest(channel, city=settings.CITY_NAME, link=link, limits=limits)


def _filled_in(chosen: Suggestion | None) -> dict[str, Any]:
    """The suggested text instead of the saved one, and the points that it tells."""
    if chosen is None:
        return {}
    return {"text": chosen.text} | {f"point_{key}": TEXT for key in chosen.tells}


def _saved(request: SignedInRequest, channel: Channel, form: DescriptionForm) -> HttpResponse:
    """Back to the channel when everything is told; else the page again, with what remains."""
    messages.success(request, "Kanalbeskrivningen är sparad.")
    for warning in form.verdict.warnings:
        messages.warning(request, warning)
    if not uncovered(form.points()):
        return redirect("channel:show", channel.number)
    remains = "Resten behövs innan kanalen kan startas." if channel.status == Channel.Status.PREPARING else ""
    messages.info(request, f"{coverage(form.points())}. {remains}".strip())
    return redirect("register:description", channel.number)
