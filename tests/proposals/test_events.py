"""What has happened is added to, never changed."""

import pytest
from django.db.models import ProtectedError

from proposals.models import Event
from proposals.models.event import EventChanged
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "attempt",
    [
        lambda event: event.save(),
        lambda event: event.delete(),
        lambda event: Event.objects.update(reason="Något annat"),
        lambda event: Event.objects.filter(pk=event.pk).delete(),
        lambda event: Event.objects.bulk_update([event], ["reason"]),
        lambda event: Event.objects.update_or_create(pk=event.pk, defaults={"reason": "Något annat"}),
        lambda event: event.proposal.events.update(reason="Något annat"),
        lambda event: event.proposal.events.all().delete(),
    ],
)
def test_an_event_is_never_changed_or_removed(attempt, author, manager, chief):
    event = builders.sent(author).events.get()
    before = Event.objects.values().get()
    with pytest.raises(EventChanged) as refusal:
        attempt(event)
    assert str(refusal.value) == "Events are added, never changed."
    assert Event.objects.values().get() == before


def test_a_proposal_with_a_history_cannot_be_deleted(author, manager, chief):
    sent = builders.sent(author)
    with pytest.raises(ProtectedError):
        sent.delete()


def test_an_event_tells_what_was_done_and_by_whom(author, manager, chief):
    approved = builders.approved(author, manager, chief)
    assert [str(event) for event in approved.events.all()] == [
        "Skickade förslaget, Åsa Lund, bibliotekarie",
        "Svarade på avstämningen, Ömer Ekström, kommunikationschef",
        "Godkände att kanalen startas, Mirja Öberg, enhetschef",
    ]
