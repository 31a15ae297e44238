"""What is prepared before the start is answered: shown, saved, and kept in the fields when it is too late."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import render

from organisation.requests import SignedInRequest
from organisation.typed import take_typed
from register.models import Channel
from register.policies import may_care_for, require_carer
from routines import services
from routines.asking import GIVEN, Asked, asked, prepared_run
from routines.forms import FINISHED, PreparedForm
from routines.models import Answer, Event, PointText, Routine, Run
from routines.refusals import OutOfDate, Unanswered


@dataclass(frozen=True)
class Sheet:
    """One routine of a channel: what it asks now, and what stands. `suggested` is for fields never filled in."""

    channel: Channel
    routine: Routine
    question: str  # whether it is done
    template: str
    suggested: Mapping[str, Any]

    @cached_property
    def run(self) -> Run | None:
        return prepared_run(self.routine, self.channel)

    @cached_property
    def asked(self) -> list[Asked]:
        return asked(self.routine, self.channel, self.run)

    @cached_property
    def outdated(self) -> list[Answer]:
        """What was answered to points that are not asked any longer."""
        keys = [one.point.key for one in self.asked]
        return list(self.run.answers.filter(GIVEN).exclude(key__in=keys).select_related("person")) if self.run else []

    @cached_property
    def latest(self) -> Event | None:
        """What was done last: by whom, and when."""
        return self.run.events.last() if self.run else None

    @property
    def names_people(self) -> bool:
        """Whether persons are chosen in it."""
        return any(one.point.kind == PointText.Kind.PERSON for one in self.asked)

    @property
    def version(self) -> int:
        return self.run.version if self.run else 0

    def form(self, typed: QueryDict | None) -> PreparedForm:
        given = {one.point.key: one.begins_with or self._suggested(one) for one in self.asked}
        done = self.run.done is not None if self.run else None
        points = [one.point for one in self.asked]
        return PreparedForm(typed, points=points, given=given, seen=self.version, question=self.question, done=done)

    def anew(self) -> "Sheet":
        """The same as it stands now, when somebody has saved since."""
        return Sheet(self.channel, self.routine, self.question, self.template, self.suggested)

    def _suggested(self, one: Asked) -> Any:
        return None if one.answer else self.suggested.get(one.point.key)


Onwards = Callable[[bool], HttpResponse]  # where to go when it is saved: whether it was said to be done


def answer(request: SignedInRequest, sheet: Sheet, onwards: Onwards, **context: Any) -> HttpResponse:
    """The page of the routine: answered by those who care for the channel, read by others near it."""
    if request.method == "POST":
        require_carer(request.user, sheet.channel)
        return _save(request, sheet, onwards, context)
    if not may_care_for(request.user, sheet.channel):
        return render(request, "routines/prepared.html", {"channel": sheet.channel, "sheet": sheet} | context)
    return _page(request, sheet, sheet.form(take_typed(request)), context)


def _save(request: SignedInRequest, sheet: Sheet, onwards: Onwards, context: dict[str, Any]) -> HttpResponse:
    form = sheet.form(request.POST)
    if not form.is_valid():
        return _page(request, sheet, form, context)
    said = {"answers": form.answers, "done": form.done, "seen": form.cleaned_data["seen"]}
    try:
        services.prepare(sheet.channel, sheet.routine, by=request.user, **said)
    except Unanswered as unanswered:
        form.refuse(unanswered.problems)
        return _page(request, sheet, form, context)
    except OutOfDate:
        return _meanwhile(request, sheet.anew(), form, onwards, context)
    return onwards(form.done)


def _meanwhile(
    request: SignedInRequest, sheet: Sheet, form: PreparedForm, onwards: Onwards, context: dict[str, Any]
) -> HttpResponse:
    """409: somebody saved meanwhile. What was typed stays in the fields, beside what is saved now."""
    differ = _differing(sheet, form)
    if not differ:  # the same click, twice: all that is written here is saved already
        return onwards(form.done)
    data = request.POST.copy()
    data["seen"] = str(sheet.version)
    meanwhile = {"differ": differ, "latest": sheet.latest}
    return _page(request, sheet, sheet.form(data), context | meanwhile, status=409)


def _differing(sheet: Sheet, form: PreparedForm) -> list[dict[str, str]]:
    said = dict(FINISHED)
    rows = [
        {"label": one.point.label, "saved": one.point.read(one.given), "typed": one.point.read(form.answers[key])}
        for one in sheet.asked
        if (key := one.point.key) in form.answers and one.answered(form.answers[key])
    ]
    saved = bool(sheet.run and sheet.run.done)
    if saved != form.done:
        words = {True: said["yes"], False: said["no"]}
        rows.append({"label": sheet.question, "saved": words[saved], "typed": words[form.done]})
    return rows


def _page(
    request: SignedInRequest, sheet: Sheet, form: PreparedForm, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    fields = [(one, form[one.point.key]) for one in sheet.asked]
    shown = {"channel": sheet.channel, "sheet": sheet, "form": form, "fields": fields} | context
    return render(request, sheet.template, shown, status=status)
