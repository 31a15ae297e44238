"""Följ upp målet: what has been measured, as a table and a line, and the form for one more follow-up."""

import datetime as dt
from decimal import Decimal
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from organisation import clock
from organisation.forms import LimitedTextField, PlainForm, SwedishDateField, SwedishNumberField
from organisation.requests import SignedInRequest
from organisation.typed import take_typed
from register.models import Channel, Conclusion, Goal, Measurement
from register.progress import conclude, drawn, in_words, told
from register.services.measuring import BEFORE
from routines import services
from routines.models import Routine, Run
from routines.policies import may_read, why_not_follow_up
from routines.situation import due_next, situation

from .finding import found_goal

Measure, Kind = Goal.Measure, Goal.Kind
NUMBER = "Ange värdet som ett tal, till exempel 600"
LEAST = "Ange ett tal som är 0 eller mer"
BOUNDS: dict[str, tuple[int | None, int | None, str]] = {
    Measure.PERCENT: (0, 100, "Procent måste vara mellan 0 och 100"),
    Measure.GRADE: (1, 5, "Betyg måste vara mellan 1 och 5"),
    Measure.OTHER: (None, None, ""),
}
HOW = (("reached", "Målet är nått"), ("on_course", "Målet är på väg att nås"), ("behind", "Målet är efter"))


class FollowUpForm(PlainForm):
    """One follow-up. Of a goal in numbers the conclusion is drawn here, so that one that is behind asks what comes."""

    value = SwedishNumberField(label="Värde", error_messages={"required": NUMBER, "invalid": NUMBER})
    conclusion = forms.ChoiceField(
        label="Hur går det?",
        choices=HOW,
        widget=forms.RadioSelect,
        error_messages={"required": "Välj hur det går med målet"},
    )
    on = SwedishDateField(
        label="Datum",
        help_text="Dagen som värdet gäller, till exempel 2026-12-31",
        error_messages={"required": "Ange vilket datum det gäller, till exempel 2026-12-31"},
    )
    comment = LimitedTextField(1000, label="Kommentar (valfritt)", rows=3, required=False)
    next_step = LimitedTextField(
        1000, label="Vad gör ni härnäst?", help_text="Behövs om målet är efter", rows=3, required=False
    )

    def __init__(self, *args: Any, goal: Goal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.goal, self.said = goal, ""
        del self.fields["conclusion" if goal.kind == Kind.MEASURED else "value"]
        if goal.kind == Kind.MEASURED:
            self.fields["value"].label = f"Värde ({unit(goal)})"
        else:
            self.fields["on"].help_text = "Dagen som bedömningen gäller, till exempel 2026-12-31"
            self.fields["next_step"].widget.attrs["data-shown-by"] = "conclusion=behind"

    def clean_value(self) -> Decimal:
        value: Decimal = self.cleaned_data["value"]
        low, high, text = BOUNDS.get(self.goal.measure, (0, None, LEAST))
        if (low is not None and value < low) or (high is not None and value > high):
            raise forms.ValidationError(text)
        return value

    def clean_on(self) -> dt.date:
        on: dt.date = self.cleaned_data["on"]
        if on > clock.today():
            raise forms.ValidationError("Datum kan inte ligga i framtiden")
        if on < self.goal.added - BEFORE:
            raise forms.ValidationError("Datum kan inte ligga mer än ett år innan målet sattes")
        return on

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        value, on, conclusion = said.get("value"), said.get("on"), said.get("conclusion", "")
        if value is not None and on:
            conclusion = conclude(self.goal, value, on)
        if conclusion == Conclusion.BEHIND and on and not said.get("next_step", "").strip():
            self.said = in_words(self.goal, conclusion, value, on)
            self.add_error("next_step", "Skriv vad ni gör härnäst")
        return said


@require_http_methods(["GET", "POST"])
def follow_up(request: SignedInRequest, number: int, goal: int) -> HttpResponse:
    """Read by those near the channel; one more is entered by those who care for it, until the goal has ended."""
    one, run = found_goal(request, number, goal)
    why_not = why_not_follow_up(request.user, one, run)
    if request.method != "POST":
        return _page(request, one, run, None if why_not else _form(one, take_typed(request)))
    if why_not:
        raise PermissionDenied(why_not)
    form = _form(one, request.POST)
    if not form.is_valid():
        return _page(request, one, run, form)
    try:
        entered = services.follow_up(one, by=request.user, **form.cleaned_data)
    except services.FollowedUpAlready as already:
        if not _same(request, one, form):
            form.add_error("on", str(already))
            return _page(request, one, run, form)
        entered = one.measurements.get(on=form.cleaned_data["on"])
    return saved(request, one, entered, "Uppföljningen är sparad.")


def saved(request: SignedInRequest, goal: Goal, entered: Measurement, what: str) -> HttpResponse:
    """Say what was done and what the follow-up comes to, and lead back."""
    messages.success(request, f"{what} {in_words(goal, entered.conclusion, entered.value, entered.on)}")
    if not may_read(request.user, goal.channel):  # her part in the channel was to follow it up
        return redirect("channel:show", goal.channel.number)
    return redirect("routines:follow_up", goal.channel.number, goal.number)


def unit(goal: Goal) -> str:
    """What its values count: «antal per månad»."""
    return goal.other_measure if goal.measure == Measure.OTHER else goal.get_measure_display()


def _form(goal: Goal, data: Any) -> FollowUpForm:
    """Today is suggested, unless that day is told already."""
    today = clock.today()
    told_already = goal.measurements.filter(on=today).exists()
    return FollowUpForm(data, goal=goal, initial={"on": None if told_already else today})


def _same(request: SignedInRequest, goal: Goal, form: FollowUpForm) -> bool:
    """Whether it is the same click, twice."""
    entered = goal.measurements.get(on=form.cleaned_data["on"])
    return entered.by_id == request.user.pk and all(
        getattr(entered, name) == said for name, said in form.cleaned_data.items()
    )


def _page(request: SignedInRequest, goal: Goal, run: Run | None, form: FollowUpForm | None) -> HttpResponse:
    measurements = list(goal.measurements.prefetch_related("corrections").order_by("-on"))
    context = {
        "channel": goal.channel,
        "goal": goal,
        "unit": unit(goal) if goal.kind == Kind.MEASURED else "",
        "measurements": measurements,
        "latest": measurements[0] if measurements else None,
        "plot": drawn(goal, measurements),
        "told": told(goal, measurements),
        "run": run,
        "late": bool(run and run.due and run.due < clock.today()),
        "next": None if run else _next(goal),
        "form": form,
    }
    return render(request, "routines/follow_up.html", context)


def _next(goal: Goal) -> dt.date | None:
    """When it is to be followed up next."""
    routine = Routine.objects.filter(when=Routine.When.GOAL, active=True).first()
    if routine is None or goal.ended or goal.channel.status != Channel.Status.ACTIVE:
        return None
    return due_next(routine, goal.channel, goal, situation([goal.channel]))
