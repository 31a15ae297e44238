"""The demo data: every account has something to do at once, nothing is real but the organisations' names."""

import datetime as dt
from io import StringIO
from typing import Any

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.http import QueryDict
from django.test import TestCase, override_settings
from django.utils import timezone

from organisation import grants, roles
from organisation.models import Message, Organisation, Unit, User
from proposals import queues
from proposals.completeness import all_problems
from proposals.models import Comment, Part, Proposal, SimilarChannel
from proposals.policies import visible_to
from proposals.workflow import State
from register.description import judge
from register.listing import Listing
from register.models import Channel, Goal, SavedView
from register.names import names
from register.overlaps import overlaps
from register.tally import tally
from tests.factories import OrganisationFactory

ACCOUNTS = ("medarbetare", "chef", "kommunikationschef", "registeransvarig", "admin")


def run() -> str:
    said = StringIO()
    call_command("demo", stdout=said)
    return said.getvalue()


def everything() -> dict[str, list[Any]]:
    models = [
        model
        for label in ("organisation", "register", "proposals")
        for model in apps.get_app_config(label).get_models()
    ]
    return {model.__name__: list(model._default_manager.order_by("pk").values()) for model in models}


@override_settings(DEMO=True)
class DemoTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.said = run()

    def user(self, username: str) -> User:
        return User.objects.get(username=username)

    def titles(self, query) -> set[str]:
        return set(query.values_list("title", flat=True))

    def test_the_five_accounts_are_named_and_let_in_and_nobody_else_is(self):
        for username in ACCOUNTS:
            assert f"  {username} " in self.said
            assert self.user(username).check_password("kanal-demo")
        assert [user for user in User.objects.exclude(username__in=ACCOUNTS) if user.has_usable_password()] == []
        assert {user.username for user in User.objects.filter(is_staff=True)} == {"registeransvarig", "admin"}
        assert self.user("registeransvarig").groups.get().name == roles.REGISTRAR
        assert User.objects.filter(protected_identity=True).count() == 1

    def test_a_second_run_changes_nothing(self):
        before = everything()
        assert run() == "Demodata finns redan.\n"
        assert everything() == before

    def test_there_are_organisations_units_and_channels_enough(self):
        assert Organisation.objects.count() >= 15
        assert 75 <= Channel.objects.count() <= 95
        assert not Organisation.objects.filter(units__channels=None, units=None).exists()
        assert {len(place.units.all()) in (2, 3, 4) for place in Organisation.objects.all()} == {True}
        assert not Channel.objects.filter(goals=None).exists()
        assert Goal.objects.values("indicator").distinct().count() > 75
        for field in ("purpose", "audience"):
            assert len(set(Channel.objects.values_list(field, flat=True))) == Channel.objects.count()

    def test_every_unit_has_a_manager_and_every_organisation_a_chief(self):
        assert [unit for unit in Unit.objects.all() if not grants.deciders(unit)] == []
        assert [place for place in Organisation.objects.all() if not grants.consulted(place)] == []
        assert set(grants.units_decided_by(self.user("chef")).values_list("name", flat=True)) == {
            "Biblioteksavdelningen", "Kulturskolan",
        }  # fmt: skip
        consulted = grants.places(self.user("kommunikationschef"), grants.CONSULT, Organisation)
        assert set(Organisation.objects.filter(pk__in=consulted).values_list("name", flat=True)) == {
            "Kulturförvaltningen", "Idrotts- och föreningsförvaltningen",
        }  # fmt: skip

    def test_every_state_is_there(self):
        assert set(Proposal.objects.values_list("state", flat=True)) == {str(state) for state in State}

    def test_the_employee_has_a_proposal_at_every_stage(self):
        sara = self.user("medarbetare")
        own = Proposal.objects.filter(author=sara)
        drafts = own.filter(state=State.DRAFT)
        done = {draft.parts.filter(status=Part.Status.DONE).count() for draft in drafts}
        assert done == {0, 2, 5}
        assert [title for title in self.titles(drafts) if all_problems(Proposal.objects.get(title=title)) == {}] == [
            "Bokbussens turlista"
        ]
        returned = own.get(state=State.RETURNED)
        assert set(returned.comments_on_parts.values_list("part", flat=True)) == {"audience", "resources"}
        others = [State.SUBMITTED, State.REJECTED, State.WITHDRAWN]
        assert [own.filter(state=state).count() for state in others] == [1, 1, 1]
        prepared = Channel.objects.filter(steward=sara, status=Channel.Status.PREPARING).get()
        assert (prepared.address, prepared.description) == ("", "")
        assert self.titles(queues.own(sara).exclude(author=sara)) == {"Språkkafé på biblioteken"}

    def test_the_manager_has_proposals_of_every_sort_to_decide(self):
        mirja = self.user("chef")
        waiting = list(queues.to_decide(mirja))
        assert len({proposal.author_id for proposal in waiting}) >= 3
        assert {(p.state, bool(p.remarks)) for p in waiting} >= {
            (State.SUBMITTED, False), (State.CONSULTED, False), (State.CONSULTED, True),
        }  # fmt: skip
        again = next(proposal for proposal in waiting if proposal.revision == 2)
        assert not Comment.objects.filter(proposal=again, addressed=None).exists()
        assert again.review_drafts.get(user=mirja).revision == 1
        assert waiting[0].submitted_at
        assert timezone.now() - waiting[0].submitted_at > dt.timedelta(days=8)
        assert queues.decided(mirja).count() >= 5
        assert queues.awaiting_supplement(mirja).exists()

    def test_the_chief_and_the_registrar_have_proposals_to_read(self):
        kim = self.user("kommunikationschef")
        assert len({p.organisation_id for p in queues.to_consult(kim)}) == 2
        assert queues.to_consult(kim).count() >= 3
        sent = set(Proposal.objects.filter(revision__gt=0).exclude(state=State.DRAFT))
        for username in ("registeransvarig", "admin"):
            assert sent - set(visible_to(self.user(username))) == set()

    def test_there_are_views_of_ones_own_and_shared_ones_and_each_finds_something(self):
        views = list(SavedView.objects.select_related("owner"))
        assert {view.owner.username for view in views} >= {"kommunikationschef", "medarbetare", "registeransvarig"}
        assert {bool(view.organisation_id) for view in views} == {True, False}
        for view in views:
            listing = Listing(QueryDict(view.query), view.owner)
            assert listing.count, view
            assert not listing.unknown

    def test_some_channels_resemble_each_other(self):
        culture = Organisation.objects.get(name="Kulturförvaltningen")
        assert overlaps(culture.pk, names(tally())).groups

    def test_no_address_is_a_real_one(self):
        for channel in Channel.objects.exclude(address=""):
            assert "exempel" in channel.address or ".example.se" in channel.address, channel.address
            assert "exempel" in channel.handle or "example.se" in channel.handle, channel.handle
        assert not User.objects.exclude(email__endswith="@example.se").exists()

    def test_descriptions_fit_their_platforms(self):
        for channel in Channel.objects.exclude(platform=None).exclude(description="").select_related("platform"):
            verdict = judge(channel.description, list(channel.platform.limits.all()), channel.platform.name)
            small = [limit for limit in channel.platform.limits.all() if limit.limit == 120]  # LinkedIn's second field
            assert (verdict.refusal, verdict.warnings if not small else []) == ("", []), channel.description

    def test_history_is_spread_over_three_years_and_never_in_the_future(self):
        days = list(Channel.objects.order_by("number").values_list("registered", flat=True))
        assert days == sorted(days)
        assert days[0] < timezone.localdate() - dt.timedelta(days=1000)
        assert not Proposal.objects.filter(saved__gt=timezone.now()).exists()
        assert not SimilarChannel.objects.filter(explanation="").exists()

    def test_old_mail_has_gone_and_new_mail_waits(self):
        waiting = Message.objects.filter(sent=None)
        assert 1 <= waiting.count() <= 15
        assert not Message.objects.filter(sent__gt=timezone.now()).exists()
        assert waiting.earliest("created").created > Message.objects.exclude(sent=None).latest("created").created


def test_without_demo_it_refuses(db):
    with pytest.raises(CommandError, match="bara när DEMO=1"):
        run()


def test_a_database_in_use_is_left_alone(db, settings):
    settings.DEMO = True
    OrganisationFactory()
    with pytest.raises(CommandError, match="innehåller redan annat"):
        run()
    assert User.objects.count() == 0


def test_half_of_the_data_is_said_to_be_half(db, settings):
    settings.DEMO = True
    sara = User(username="medarbetare", name="Sara Ek")
    sara.set_unusable_password()
    sara.save()
    with pytest.raises(CommandError, match="bara delvis"):
        run()
