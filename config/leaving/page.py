"""Avsluta personen: what she holds, who takes over each thing, and what is left without somebody."""

import datetime as dt
import hashlib
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms.boundfield import BoundField
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from organisation import clock
from organisation.forms import PersonField, PlainForm, SwedishDateField
from organisation.models import User
from organisation.requests import SignedInRequest
from organisation.swedish import counted, listed
from organisation.typed import take_typed
from proposals.workflow import OutOfDate as ProposalOutOfDate
from routines.refusals import OutOfDate

from . import act
from .holdings import Care, Holdings, Text, holdings
from .remaining import lacking

DAYS = 14  # that hand-overs are given, if nobody says otherwise
READ = "Jag har läst vad som blir utan ansvarig"
NOT_READ = "Kryssa i att du har läst vad som blir utan ansvarig"
NOBODY = "Ingen är utsedd som kan ta över"


class LeavingForm(PlainForm):
    """Who takes over each channel and each draft. The deputy is suggested; nobody has to be chosen."""

    due = SwedishDateField(
        label="När ska överlämningarna vara klara?",
        help_text="Till exempel 2026-12-31",
        error_messages={"required": "Ange när överlämningarna ska vara klara, till exempel 2026-12-31"},
    )
    read = forms.BooleanField(label=READ, required=False)

    def __init__(self, *args: Any, held: Holdings, **kwargs: Any) -> None:
        super().__init__(*args, initial={"due": clock.today() + dt.timedelta(days=DAYS)}, **kwargs)
        self.held = held
        self.handed_over = {f"channel_{one.channel.number}": one for one in held.cares if not one.handover}
        self.entrusted = {f"text_{one.proposal.pk}": one for one in held.texts if one.editable and not one.others}
        self.fields = {
            **{name: _new_steward(care) for name, care in self.handed_over.items()},
            **{name: _new_writer(text) for name, text in self.entrusted.items()},
            "due": self.fields["due"],
            "read": self.fields["read"],
        }
        if not self.handed_over:
            del self.fields["due"]
        if not held.person.is_active:
            del self.fields["read"]
        suggested = {name: care.deputy for name, care in self.handed_over.items()} if held.person.is_active else {}
        self.lacks = lacking(held, *self._keys(suggested))

    @property
    def channels(self) -> list[tuple[Care, BoundField | None]]:
        """Each channel with the field where one says who takes it over; none while a hand-over stands."""
        names = {care.channel.pk: name for name, care in self.handed_over.items()}
        return [(care, self[names[care.channel.pk]] if care.channel.pk in names else None) for care in self.held.cares]

    @property
    def texts(self) -> list[tuple[Text, BoundField | None]]:
        """Each proposal with the field where one says who goes on with it, if that is to be said."""
        names = {text.proposal.pk: name for name, text in self.entrusted.items()}
        return [
            (text, self[names[text.proposal.pk]] if text.proposal.pk in names else None) for text in self.held.texts
        ]

    @property
    def mark(self) -> str:
        """What the tick is about: it counts for no other list than the one that was shown."""
        return hashlib.sha256("\n".join(lack.text for lack in self.lacks).encode()).hexdigest()[:16]

    @property
    def successors(self) -> dict[object, User]:
        chosen = self.cleaned_data
        return {care.channel.pk: chosen[name] for name, care in self.handed_over.items() if chosen.get(name)}

    @property
    def writers(self) -> dict[object, User]:
        chosen = self.cleaned_data
        return {text.proposal.pk: chosen[name] for name, text in self.entrusted.items() if chosen.get(name)}

    def clean_due(self) -> dt.date:
        day: dt.date = self.cleaned_data["due"]
        if day < clock.today():
            raise forms.ValidationError("Välj i dag eller en senare dag")
        return day

    def clean(self) -> None:
        """Whoever leaves takes nothing over. What is left is what comes of the choices, and is read before it is so."""
        for name in [*self.handed_over, *self.entrusted]:
            if self.cleaned_data.get(name) == self.held.person:
                self.add_error(name, f"{self.held.person} slutar. Välj någon annan, eller lämna tomt.")
        if not self.held.person.is_active:
            return
        self.lacks = lacking(self.held, *self._keys(self.cleaned_data))
        shown = self.data.get("seen") == self.mark
        if self.lacks and not (shown and self.cleaned_data.get("read")):
            self.data = {name: value for name, value in self.data.items() if name != "read"}
            self.add_error("read", NOT_READ)

    def _keys(self, chosen: dict[str, Any]) -> tuple[set[object], set[object]]:
        channels: set[object] = {care.channel.pk for name, care in self.handed_over.items() if chosen.get(name)}
        return channels, {text.proposal.pk for name, text in self.entrusted.items() if chosen.get(name)}


def _new_steward(care: Care) -> forms.Field:
    who = listed([_as_candidate(person, care) for person in care.others], "eller")
    hint = f"Kan ta över: {who}. Lämna tomt om ingen är vald än" if who else f"{NOBODY}. Skriv någon annan om du kan"
    label = f"Ny ansvarig för {care.channel.reference} {care.channel}"
    return PersonField(label=label, help_text=hint, required=False, initial=care.deputy)


def _as_candidate(person: User, care: Care) -> str:
    return f"{person} ({'ersättare' if person == care.deputy else f'beslutar för {care.channel.unit}'})"


def _new_writer(text: Text) -> forms.Field:
    where = [text.proposal.get_state_display(), str(text.proposal.unit or "ingen verksamhet vald")]
    hint = f"{', '.join(where)}. Skriv en kollega som kan fortsätta, eller lämna tomt om ingen är vald än"
    return PersonField(label=f"Vem fortsätter med {text.proposal.reference}?", help_text=hint, required=False)


@require_http_methods(["GET", "POST"])
def show(request: SignedInRequest, pk: int) -> HttpResponse:
    """The page, also when she has left: then it tells what remains."""
    person = get_object_or_404(User.objects.select_related("unit__organisation"), pk=pk)
    if refusal := act.why_not_end(request.user, person):
        raise PermissionDenied(refusal)
    form = LeavingForm(request.POST if request.method == "POST" else take_typed(request), held=holdings(person))
    if request.method == "POST" and form.is_valid():
        due = form.cleaned_data.get("due") or clock.today()
        try:
            act.leave(person, by=request.user, due=due, successors=form.successors, writers=form.writers)
        except (OutOfDate, ProposalOutOfDate):
            again = LeavingForm(request.POST, held=holdings(person))
            again.full_clean()
            return _page(request, person, again, status=409)
        except ValueError as refused:  # somebody chosen left just now
            form.add_error(None, str(refused))
        else:
            messages.success(request, _done(person, len(form.successors)))
            return redirect("leave", pk)
    return _page(request, person, form)


def _done(person: User, begun: int) -> str:
    said = f"{person} är avslutad och kan inte längre logga in." if person.is_active else "Det du valde är gjort."
    return (
        f"{said} {counted(begun, 'överlämning', 'överlämningar', neuter=False).capitalize()} har börjat."
        if begun
        else said
    )


def _page(request: SignedInRequest, person: User, form: LeavingForm, status: int = 200) -> HttpResponse:
    context = {"person": person, "held": form.held, "form": form, "late": status == 409}
    context["chooses"] = bool(form.handed_over or form.entrusted or form.held.to_take_over)
    return render(request, "admin/leave.html", context, status=status)
