"""A person is ended: she signs in no more, her channels are handed over, and those who answer are told what is left.

All of it is one transaction, and after it her sessions end. Done again for somebody who has left, it hands over what
remained.
"""

import datetime as dt
from collections.abc import Iterable, Mapping

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth import SESSION_KEY
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse

from organisation import clock, grants, mail, roles
from organisation.models import User
from organisation.swedish import counted
from proposals import overseeing
from register.holding import hold_all
from register.models import Channel
from register.services import tell_of
from routines import services

from .holdings import Holdings, holdings
from .remaining import Lack, lacking

LEFT = {"steward": "Ansvarig har slutat", "deputy": "Ersättare har slutat"}


def why_not_end(by: User, person: User) -> str:
    """Why somebody may not end a person, in Swedish; empty when she may."""
    if not roles.oversees(by):
        return "Bara registeransvariga kan avsluta en person."
    if by == person:
        return "Du kan inte avsluta dig själv. Be en annan registeransvarig."
    if person.is_superuser and not by.is_superuser:
        return "Den här personen får göra allt i tillsynen. Bara en annan sådan person kan avsluta henne."
    return ""


def leave(
    person: User,
    *,
    by: User,
    due: dt.date,
    successors: Mapping[object, User],
    writers: Mapping[object, User],
) -> Holdings:
    """End a person, and hand over what she holds: channels by key to their `successors`, to be done by `due`, and
    drafts by key to their `writers`. Returns what she held.

    Raises PermissionDenied with the reason, ValueError when somebody chosen cannot, OutOfDate (of routines or of
    proposals) when something was handed over meanwhile.
    """
    if refusal := why_not_end(by, person):
        raise PermissionDenied(refusal)
    with transaction.atomic(durable=True):
        leaves = bool(User.objects.filter(pk=person.pk, is_active=True).update(is_active=False))
        held = holdings(User.objects.get(pk=person.pk))
        for text in held.texts:  # proposals before channels, in order, as everywhere
            if colleague := writers.get(text.proposal.pk):
                overseeing.entrust(text.proposal, by=by, colleague=colleague)
        hold_all(held.channels)
        if leaves:
            _tell_of(held, by)
        for run in held.to_take_over:
            services.stop_handover(run, by=by, remark=f"{person.presented} har slutat")
        for care in held.cares:
            if to := successors.get(care.channel.pk):
                services.open_handover(care.channel, by=by, to=to, last_day=due)
        services.refresh(anew(held.channels))
        _log(held, by, leaves, len(successors), len(writers))
        if leaves:
            _tell_managers(held, by, lacking(held, successors, writers))
    _sign_out(person)  # afterwards, since it reads every session there is; she is let in nowhere meanwhile
    return held


def _sign_out(person: User) -> None:
    """End her sessions, so that they do not come to life if she comes back."""
    for session in Session.objects.filter(expire_date__gt=clock.now()).iterator():
        if session.get_decoded().get(SESSION_KEY) == str(person.pk):
            session.delete()


def _tell_of(held: Holdings, by: User) -> None:
    """In the history of each channel she cared for."""
    for channel, what in [(care.channel, "steward") for care in held.cares] + [
        (one, "deputy") for one in held.stands_in
    ]:
        tell_of(channel, f"{LEFT[what]}: {held.person}", by=by)


def anew(channels: Iterable[Channel]) -> Iterable[Channel]:
    """Those channels as they are now, for their flags."""
    rows = Channel.objects.select_related("platform", "unit__organisation", "steward", "deputy")
    return rows.filter(pk__in=[channel.pk for channel in channels])


def _log(held: Holdings, by: User, leaves: bool, handed_over: int, entrusted: int) -> None:
    said = ["Personen avslutad."] if leaves else []
    if handed_over:
        said.append(f"{counted(handed_over, 'kanal', 'kanaler', neuter=False).capitalize()} lämnas över.")
    if entrusted:
        said.append(f"{counted(entrusted, 'förslag', 'förslag').capitalize()} fortsätter med någon annan.")
    if not said:
        return
    LogEntry.objects.create(
        user=by,
        content_type=ContentType.objects.get_for_model(User),
        object_id=str(held.person.pk),
        object_repr=str(held.person)[:200],
        action_flag=CHANGE,
        change_message=" ".join(said),
    )


def _tell_managers(held: Holdings, by: User, lacks: list[Lack]) -> None:
    """One mail to each manager, with what nobody answers for in her units."""
    units = {lack.unit.pk: lack.unit for lack in lacks if lack.unit}
    told: dict[User, list[str]] = {}
    for unit, managers in grants.all_deciders(units.values()).items():
        for manager in managers:
            told.setdefault(manager, []).extend(lack.text for lack in lacks if lack.unit and lack.unit.pk == unit)
    for manager, lines in told.items():
        if manager != by:
            listed = "\n".join(f"– {line}" for line in lines)
            said = f"{held.person.presented} har slutat. Det här är nu utan ansvarig eller ersättare:"
            how = "På kanalens sida lämnar du över ansvaret till någon annan och väljer ersättare."
            mail.queue(
                key=f"left-{held.person.pk}-{clock.now().isoformat()}",
                to=manager,
                subject=f"{held.person} har slutat: {counted(len(lines), 'sak', 'saker', neuter=False)} utan ansvarig",
                body=f"{said}\n\n{listed}\n\n{how}\n\n{mail.link(reverse('start'))}\n\nHälsningar\nKanalregistret",
            )
