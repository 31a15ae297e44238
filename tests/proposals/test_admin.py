"""Proposals and their events in the admin: read and searched by those who oversee, and nothing else."""

import pytest
from django.urls import reverse

from proposals.models import Event, Proposal
from tests import builders
from tests.markup import text


def at(model, page, *args):
    return reverse(f"admin:proposals_{model._meta.model_name}_{page}", args=args)


@pytest.mark.parametrize("person", ["registrar", "superuser"])
@pytest.mark.parametrize("model", [Proposal, Event])
def test_they_are_read_and_nothing_else(request, client, author, manager, chief, person, model):
    proposal = builders.approved(author, manager, chief)
    client.force_login(request.getfixturevalue(person))
    row = model.objects.first()
    link = f'<a href="/forslag/{proposal.reference}/">Visa förslaget</a>'
    assert link in text(client.get(at(model, "change", row.pk)))
    assert client.get(at(model, "history", row.pk)).status_code == 200
    assert client.get(at(model, "add")).status_code == 403
    assert client.post(at(model, "change", row.pk), {"title": "Annat"}).status_code == 403
    assert client.post(at(model, "delete", row.pk), {"post": "yes"}).status_code == 403
    assert Event.objects.count() == 3


def test_they_are_found_by_words_state_and_organisation(client, registrar, author, manager, chief):
    sent, approved = builders.sent(author, title="Parkerna"), builders.approved(author, manager, chief)
    client.force_login(registrar)
    for query, found in {
        "q=parkerna": [sent],
        f"q={approved.reference}": [approved],
        "state__exact=approved": [approved],
        f"organisation__id__exact={sent.organisation_id}": [approved, sent],
    }.items():
        rows = client.get(f"{at(Proposal, 'changelist')}?{query}").context["cl"].result_list
        assert list(rows) == found, query
    events = client.get(f"{at(Event, 'changelist')}?q=parkerna").context["cl"].result_list
    assert [event.step for event in events] == ["submit"]


def test_the_drafts_of_others_are_not_there(client, registrar, author):
    draft = builders.complete_draft(author)
    client.force_login(registrar)
    assert list(client.get(at(Proposal, "changelist")).context["cl"].result_list) == []
    assert client.get(at(Proposal, "change", draft.pk)).status_code == 302
