"""A hand-over or a closing is called off, with a reason. The one who was to take over may decline."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from organisation.forms import LimitedTextField, PlainForm
from organisation.models import User
from organisation.requests import SignedInRequest
from organisation.typed import take_typed
from routines import services
from routines.models import Event, Routine, Run
from routines.policies import may_hand_over, why_not_cancel_closing
from routines.refusals import OutOfDate

from .finding import found_run


@dataclass(frozen=True)
class Question:
    """What the page asks, and what is said afterwards."""

    heading: str
    consequence: str
    label: str
    missing: str
    verb: str
    keep: str
    done: str


HANDOVER = Question(
    "Avbryt överlämningen?",
    "Den som är ansvarig nu fortsätter att vara det. De som berörs får ett meddelande med din förklaring.",
    "Varför avbryts överlämningen?",
    "Skriv varför överlämningen avbryts",
    "Avbryt överlämningen",
    "Fortsätt överlämningen",
    "Överlämningen är avbruten.",
)
DECLINE = Question(
    "Kan du inte ta över?",
    "Överlämningen avbryts, och de som lämnar över får ett meddelande med din förklaring. De behöver då välja om.",
    "Varför kan du inte ta över?",
    "Skriv varför du inte kan ta över",
    "Jag kan inte ta över",
    "Tillbaka till överlämningen",
    "Du har sagt att du inte kan ta över. De som lämnar över får ett meddelande.",
)
CLOSING = Question(
    "Avbryt avvecklingen?",
    "Kanalen blir åter det den var innan, och återkommande rutiner öppnas som förut. Det ni har svarat finns kvar.",
    "Varför avbryts avvecklingen?",
    "Skriv varför avvecklingen avbryts",
    "Avbryt avvecklingen",
    "Fortsätt avvecklingen",
    "Avvecklingen är avbruten.",
)


class ReasonForm(PlainForm):
    """Why it is called off."""

    remark = LimitedTextField(500, label="Varför?", rows=3)


@require_http_methods(["GET", "POST"])
def cancel(request: SignedInRequest, number: int, run: int) -> HttpResponse:
    """Call it off. The same click twice is harmless; one that has ended otherwise is told."""
    if _called_off_by(request.user, number, run):
        return redirect("channel:show", number)
    one = found_run(request, number, run)
    question = _question(request.user, one)
    form = ReasonForm(request.POST if request.method == "POST" else take_typed(request))
    form.fields["remark"].label = question.label
    form.fields["remark"].error_messages["required"] = question.missing
    if request.method == "POST" and not one.done and form.is_valid():
        act = services.cancel_closing if question is CLOSING else services.cancel_handover
        try:
            act(one, by=request.user, remark=form.cleaned_data["remark"])
        except OutOfDate:
            one.refresh_from_db()
        else:
            messages.success(request, question.done)
            return redirect("channel:show", number)
    context = {"channel": one.channel, "run": one, "form": form, "question": question}
    return render(
        request, "routines/cancel.html", context, status=409 if one.done and request.method == "POST" else 200
    )


def _question(user: User, run: Run) -> Question:
    """What is asked of this person. Raises Http404 for other routines, PermissionDenied for those who may not. Of one
    that has ended, whoever may read it is told so.
    """
    if run.routine.when == Routine.When.CLOSING:
        if not run.done and (refusal := why_not_cancel_closing(user, run)):
            raise PermissionDenied(refusal)
        return CLOSING
    if run.routine.when != Routine.When.HANDOVER:
        raise Http404
    if user.pk == run.successor_id:
        return DECLINE
    if may_hand_over(user, run.channel) or run.done:
        return HANDOVER
    raise PermissionDenied(f"Bara de som ansvarar för {run.channel} och deras chef kan avbryta överlämningen.")


def _called_off_by(user: User, number: int, run: int) -> bool:
    """Whether it was this person who did. Somebody who has declined may not read it any more."""
    events = Event.objects.filter(kind=Event.Kind.CANCELLED, by=user)
    return events.filter(run__channel__number=number, run__number=run).exists()
