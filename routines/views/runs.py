"""The page of one run: its points, answered a little at a time, said to be done, and read afterwards."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from organisation.forms import PlainForm, VersionField
from organisation.requests import SignedInRequest
from organisation.typed import take_typed
from register.views.finding import cared_for
from routines import services
from routines.forms import AnswersForm
from routines.models import Routine, Run
from routines.refusals import OutOfDate, Unanswered

from . import showing
from .finding import found_run, own_run


class SeenForm(PlainForm):
    """The version that was looked through."""

    seen = VersionField()


@require_http_methods(["GET", "POST"])
def show(request: SignedInRequest, number: int, run: int) -> HttpResponse:
    """One run: to be answered by those who do it, to be read by others and afterwards."""
    one = found_run(request, number, run)
    if one.goal:
        return redirect("routines:follow_up", number, one.goal.number)
    if one.due is None:
        return _prepared(one)
    if request.method == "POST":
        return _act(request, own_run(request, number, run))
    if not showing.context(one, request.user)["does"]:
        return _read(request, one)
    return _page(request, one, showing.form_for(one, take_typed(request)))


@require_http_methods(["GET", "POST"])
def check(request: SignedInRequest, number: int, run: int) -> HttpResponse:
    """The answers of a run that somebody signs, or that ends the channel, once more before it is said to be done."""
    one = own_run(request, number, run)
    if one.finished or one.done or not showing.looked_through_first(one):
        return _finished_already(request, one) if request.method == "POST" else redirect("routines:run", number, run)
    if request.method == "GET":
        return _check_page(request, one)
    form = SeenForm(request.POST)
    form.full_clean()
    try:
        done = services.finish(one, by=request.user, answers={}, seen=form.cleaned_data["seen"])
    except Unanswered as unanswered:
        return _check_page(request, one, errors=showing.error_lines(one, unanswered.problems))
    except OutOfDate:
        fresh = found_run(request, number, run)
        if fresh.finished:
            return _finished_already(request, fresh)
        return _check_page(request, fresh, status=409, changed=True)
    return _finished(request, done)


@require_POST
def open_now(request: SignedInRequest, number: int) -> HttpResponse:
    """Open a routine ahead of its time, or find the one that stands. A goal is followed up on its own page."""
    channel = cared_for(request, number)
    routine = get_object_or_404(Routine, key=request.POST.get("routine", ""), active=True)
    wanted = request.POST.get("goal", "")
    if routine.when == Routine.When.GOAL:
        goal = get_object_or_404(channel.goals, number=int(wanted) if wanted.isdecimal() else 0)
        return redirect("routines:follow_up", number, goal.number)
    if routine.when != Routine.When.RECURRING or not routine.applies_to(channel):
        raise Http404
    run = services.open_now(routine, channel, by=request.user)
    return redirect("routines:run", number, run.number)


def _act(request: SignedInRequest, run: Run) -> HttpResponse:
    """Save, save and look through, or say that it is done."""
    form = showing.form_for(run, request.POST)
    if not form.is_valid():
        return _page(request, run, form)
    finishes = request.POST.get("act") == "finish" and not showing.looked_through_first(run)
    act = services.finish if finishes else services.save
    try:
        fresh = act(run, by=request.user, answers=form.answers, seen=form.cleaned_data["seen"])
    except Unanswered as unanswered:
        form.refuse(unanswered.problems)
        return _page(request, run, form)
    except OutOfDate:
        return _meanwhile(request, run, form)
    return _finished(request, fresh) if finishes else _saved(request, fresh)


def _saved(request: SignedInRequest, run: Run) -> HttpResponse:
    if request.POST.get("act") == "check":
        return redirect("routines:check", run.channel.number, run.number)
    messages.success(request, "Svaren är sparade.")
    return redirect("channel:show", run.channel.number)


def _finished(request: SignedInRequest, run: Run) -> HttpResponse:
    if run.done:
        said = showing.words(run).signed if showing.looked_through_first(run) else f"Klart: {run}."
    else:
        said = f"Klart: {run}. Nu väntar den på att bekräftas."
    messages.success(request, said)
    return showing.onwards(request.user, run)


def _finished_already(request: SignedInRequest, run: Run) -> HttpResponse:
    """The same click twice tells what the first one did; somebody else's is told with her name."""
    if run.finished_by_id == request.user.pk:
        return _finished(request, run)
    messages.info(
        request, f"{run.finished_name} har redan gjort det här klart." if run.finished else f"{run} är avbruten."
    )
    return redirect("routines:run", run.channel.number, run.number)


def _meanwhile(request: SignedInRequest, run: Run, form: AnswersForm) -> HttpResponse:
    """409: it was saved or finished in between. What was typed stands in the form, beside what is saved now."""
    fresh = Run.objects.whole().get(pk=run.pk)
    differ = showing.differing(form, fresh)
    over = bool(fresh.finished or fresh.done)
    if over and not differ:
        return _finished_already(request, fresh)
    if not differ and request.POST.get("act") != "finish":
        return _saved(request, fresh)
    more = {"differ": differ, "changed": True}
    if over:
        return _read(request, fresh, status=409, **more)
    data = request.POST.copy()
    data["seen"] = str(fresh.version)
    return _page(request, fresh, showing.form_for(fresh, data), status=409, **more)


def _prepared(run: Run) -> HttpResponse:
    """What is prepared before the start has pages of its own."""
    if run.routine.when == Routine.When.LAWS:
        return redirect("routines:laws", run.channel.number)
    return redirect("routines:question", run.channel.number, run.routine.key)


def _page(request: SignedInRequest, run: Run, form: AnswersForm, status: int = 200, **more: Any) -> HttpResponse:
    first = showing.looked_through_first(run)
    context = showing.context(run, request.user, form=form, rows=showing.rows(run, form), first=first, **more)
    return render(request, "routines/run.html", context, status=status)


def _read(request: SignedInRequest, run: Run, status: int = 200, **more: Any) -> HttpResponse:
    context = showing.context(run, request.user, rows=showing.rows(run), **more)
    return render(request, "routines/read.html", context, status=status)


def _check_page(request: SignedInRequest, run: Run, status: int = 200, **more: Any) -> HttpResponse:
    form = SeenForm(initial={"seen": run.version})
    context = showing.context(run, request.user, rows=showing.rows(run), form=form, **more)
    return render(request, "routines/check.html", context, status=status)
