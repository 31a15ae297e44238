"""An organisation ends: what belongs to it goes to its successor with a trace, once, and the past can still be read."""

import datetime as dt

import pytest
from django.contrib.admin.models import LogEntry
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from config.succession.act import replace
from organisation import grants
from organisation.models import Organisation, OrganisationGrant, Unit, User
from proposals import drafting, queues, services
from proposals.forms.section import SectionForm
from proposals.models import Event, Proposal
from proposals.sections import BY_KEY
from register.models import Flag
from routines import services as routines
from tests import builders, caring
from tests.factories import OrganisationFactory, UnitFactory
from tests.visitor import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]

LAST_DAY = dt.date(2026, 11, 21)


@pytest.fixture
def successor(db) -> Organisation:
    return OrganisationFactory.create(name="Idrotts- och kulturförvaltningen")


def page(organisation: Organisation) -> str:
    return reverse("succeed", args=[organisation.pk])


def replaced(before: Organisation, after: Organisation, by: User, last_day: dt.date = LAST_DAY) -> str:
    said = replace(before, by=by, after=after, last_day=last_day)
    for one in (before, after):
        one.refresh_from_db()
    return said


def test_channels_follow_their_unit_and_tell_it(channel, organisation, successor, registrar, chief):
    replaced(organisation, successor, registrar)
    after = caring.fresh(channel)
    assert after.unit.organisation == successor
    row = channel.history.latest()
    assert (row.history_change_reason, row.history_user) == (
        "Flyttad från Kulturförvaltningen till Idrotts- och kulturförvaltningen", registrar,
    )  # fmt: skip
    seen = Visitor(chief).open(f"{reverse('register:list')}?sok=idrotts-")
    assert "Läxhjälpen på Instagram" in seen.links
    assert "Flyttad från Kulturförvaltningen" in Visitor(registrar).open(reverse("channel:history", args=[1001])).text


def test_a_closed_channel_follows_too(channel, organisation, successor, author, registrar):
    run = routines.begin_closing(channel, by=author, due=dt.date(2026, 12, 31))
    caring.finished(run, answers={"reason": "Blev inget", "decided": "2026-11-20", "case": "inget"})
    replaced(organisation, successor, registrar)
    after = caring.fresh(channel)
    assert (after.status, after.unit.organisation) == ("closed", successor)
    assert not Flag.objects.exists()


def test_duties_go_along_and_nobody_has_one_twice(organisation, successor, unit, chief, manager, stranger, registrar):
    for person, duty in ((stranger, grants.DECIDE), (stranger, grants.CONSULT)):
        grants.grant(person, duty, organisation)
    for duty in (grants.CONSULT, grants.DECIDE):
        grants.grant(chief, duty, successor)
    replaced(organisation, successor, registrar)
    held = OrganisationGrant.objects.order_by("user__username", "permission__codename")
    assert [(one.user.username, one.permission.codename, one.content_object) for one in held] == [
        ("chief", "consult_proposals", successor),
        ("chief", "decide_proposals", successor),
        ("stranger", "consult_proposals", successor),
        ("stranger", "decide_proposals", successor),
    ]
    unit.refresh_from_db()
    assert unit.pk in grants.duties(manager).units  # hers is for the unit
    assert set(grants.deciders(unit)) == {manager, chief, stranger}


def test_open_proposals_follow_and_are_decided_there(author, manager, chief, organisation, successor, registrar):
    waiting = builders.sent(author)
    draft = builders.complete_draft(author, title="Bokbussen")
    rejected = builders.rejected(author, manager, title="Ännu en kanal")
    replaced(organisation, successor, registrar)
    rows = {one.pk: one for one in Proposal.objects.select_related("organisation", "unit__organisation", "sent_unit")}
    assert [rows[one.pk].organisation for one in (waiting, draft, rejected)] == [successor, successor, organisation]
    assert rows[waiting.pk].sent_unit.organisation == successor
    assert list(queues.to_consult(chief)) == [waiting]
    event = Event.objects.get(step="moved")
    assert (event.proposal, event.by, event.by_role, event.from_state, event.to_state, event.reason) == (
        waiting, registrar, "registeransvarig", "submitted", "submitted",
        "Från Kulturförvaltningen till Idrotts- och kulturförvaltningen",
    )  # fmt: skip
    seen = Visitor(author).open(reverse("proposals:history", args=[waiting.reference]))
    assert "Flyttade förslaget till en annan organisation" in seen.text
    channel = builders.approve(waiting, manager, chief).channel
    assert channel.unit.organisation == successor
    builders.submit(builders.answer_similar(builders.fresh(draft)))  # it can still be sent
    services.withdraw(builders.fresh(draft), by=author)


def test_a_draft_that_moved_can_still_be_deleted(author, organisation, successor, registrar):
    proposal = builders.draft(author)
    replaced(organisation, successor, registrar)
    drafting.delete_draft(proposal, by=author)
    assert not Proposal.objects.exists()


def test_units_with_the_same_name_are_told_apart(organisation, successor, unit, registrar):
    theirs = UnitFactory.create(organisation=successor, name="Stadsbiblioteket")
    UnitFactory.create(organisation=successor, name="Stadsbiblioteket (tidigare Kulturförvaltningen)")
    long = UnitFactory.create(organisation=organisation, name="L" * 120)
    UnitFactory.create(organisation=successor, name="L" * 120)
    seen = Visitor(registrar).open(f"{page(organisation)}?efterfoljare={successor.pk}&sista_dag=2026-11-21")
    assert "Stadsbiblioteket blir Stadsbiblioteket (tidigare Kulturförvaltningen) 2" in seen.text
    replaced(organisation, successor, registrar)
    assert Unit.objects.get(pk=unit.pk).name == "Stadsbiblioteket (tidigare Kulturförvaltningen) 2"
    assert Unit.objects.get(pk=long.pk).name == f"{'L' * 89} (tidigare Kulturförvaltningen)"  # 120 characters
    assert Unit.objects.get(pk=theirs.pk).name == "Stadsbiblioteket"


def test_the_old_one_is_offered_no_more(author, organisation, successor, unit, registrar):
    replaced(organisation, successor, registrar)
    form = SectionForm(section=BY_KEY["basics"], proposal=builders.draft(author))
    offered = [str(label) for _, label in form.fields["organisation"].choices]
    assert "Idrotts- och kulturförvaltningen" in offered
    assert "Kulturförvaltningen" not in offered
    later = OrganisationFactory.create(name="Hamnbolaget")
    seen = Visitor(registrar).open(page(later))
    assert "Kulturförvaltningen" not in seen.text.split()


def test_again_is_harmless_and_takes_what_has_come_since(channel, organisation, successor, registrar):
    assert replaced(organisation, successor, registrar) == "En verksamhet och en kanal följde med."
    told = (LogEntry.objects.count(), channel.history.count())
    assert replaced(organisation, successor, registrar) == ""
    assert (LogEntry.objects.count(), channel.history.count()) == told
    UnitFactory.create(organisation=organisation, name="Konserthallen")
    visitor = Visitor(registrar)
    seen = visitor.open(page(organisation))
    assert "Det här har kommit till sedan dess och kan flyttas med." in seen.text
    seen = visitor.press("Flytta till Idrotts- och kulturförvaltningen")
    assert seen.notices[0].endswith("En verksamhet följde med.")


def test_it_is_told_who_did_it(channel, organisation, successor, registrar):
    replaced(organisation, successor, registrar)
    told = [(entry.user, entry.object_repr, entry.change_message) for entry in LogEntry.objects.order_by("pk")]
    went = "En verksamhet och en kanal följde med."
    assert told == [
        (registrar, "Kulturförvaltningen", f"Ersatt av Idrotts- och kulturförvaltningen. {went}"),
        (registrar, "Idrotts- och kulturförvaltningen", f"Ersätter Kulturförvaltningen. {went}"),
    ]


def test_what_cannot_be_is_refused_and_changes_nothing(organisation, successor, unit, registrar, author):
    third = OrganisationFactory.create(name="Hamnbolaget")
    future = OrganisationFactory.create(name="Framtidsbolaget", valid_from=dt.date(2027, 1, 1))
    replaced(organisation, successor, registrar)
    for before, after, day, why in (
        (organisation, third, LAST_DAY, "Kulturförvaltningen har redan ersatts av Idrotts- och kulturförvaltningen."),
        (third, third, LAST_DAY, "En organisation kan inte efterträda sig själv."),
        (third, organisation, LAST_DAY, "Kulturförvaltningen har upphört eller har inte börjat gälla."),
        (third, future, LAST_DAY, "Framtidsbolaget har upphört eller har inte börjat gälla."),
        (third, successor, dt.date(2026, 11, 23), "Välj i dag eller en tidigare dag."),
    ):
        with pytest.raises(ValueError, match=why):
            replace(before, by=registrar, after=after, last_day=day)
    with pytest.raises(PermissionDenied, match="Bara registeransvariga kan ersätta en organisation."):
        replace(third, by=author, after=successor, last_day=LAST_DAY)
    assert Organisation.objects.get(pk=third.pk).successor is None
