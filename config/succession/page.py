"""Upphör och ersätts: which organisation takes over, what goes along, and then the act."""

import datetime as dt
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from organisation import clock, ending, roles
from organisation.forms import PlainForm, SwedishDateField
from organisation.models import Organisation
from organisation.requests import SignedInRequest

from . import act


class SuccessionForm(PlainForm):
    """Which organisation takes over, and the last day of the one that ends."""

    efterfoljare = forms.ModelChoiceField(
        Organisation.objects.none(),
        label="Vilken organisation tar över?",
        empty_label="Välj",
        error_messages={"required": "Välj vilken organisation som tar över"},
    )
    sista_dag = SwedishDateField(
        label="Vilken var sista dagen?",
        help_text="I dag eller en tidigare dag",
        error_messages={"required": "Ange sista dagen, till exempel 2026-12-31"},
    )

    def __init__(self, *args: Any, before: Organisation, **kwargs: Any) -> None:
        first = {"efterfoljare": before.successor, "sista_dag": before.valid_to or clock.today() - dt.timedelta(days=1)}
        super().__init__(*args, initial=first, **kwargs)
        others = Organisation.objects.current().filter(successor=None).exclude(pk=before.pk)
        self.before = before
        self.fields["efterfoljare"].queryset = (  # type: ignore[attr-defined]
            Organisation.objects.filter(pk=before.successor_id) if before.successor_id else others
        )

    def clean(self) -> None:
        """What the service would refuse is said here, at the field it is about."""
        after, day = self.cleaned_data.get("efterfoljare"), self.cleaned_data.get("sista_dag")
        if after and day and (refusal := ending.why_not_replace(self.before, after, day)):
            self.add_error("efterfoljare" if str(after) in refusal else "sista_dag", refusal)


@require_http_methods(["GET", "POST"])
def show(request: SignedInRequest, pk: int) -> HttpResponse:
    """Choose, see what goes along, and let it be done. A GET shows, a POST does."""
    before = get_object_or_404(Organisation.objects.select_related("successor"), pk=pk)
    if not roles.oversees(request.user):
        raise PermissionDenied("Bara registeransvariga kan ersätta en organisation.")
    asked = request.POST if request.method == "POST" else request.GET
    form = SuccessionForm(asked if "efterfoljare" in asked else None, before=before)
    chosen = form.is_valid()
    if request.method == "POST" and chosen:
        after, last_day = form.cleaned_data["efterfoljare"], form.cleaned_data["sista_dag"]
        try:
            went = act.replace(before, by=request.user, after=after, last_day=last_day)
        except ValueError as refused:  # somebody else replaced it just now
            form.add_error(None, str(refused))
        else:
            messages.success(request, f"{before} har ersatts av {after}. {went}".strip())
            return redirect("succeed", pk)
    after = form.cleaned_data.get("efterfoljare") if chosen and form.is_valid() else before.successor
    context = {
        "before": before,
        "form": form,
        "after": after,
        "chosen": chosen and form.is_valid(),
        "goes": act.inventory(before, after) if after else None,
        "has_units": after.units.exists() if after else False,
    }
    return render(request, "admin/succeed.html", context)
