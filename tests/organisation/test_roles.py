"""Roles that hold everywhere: the database follows the table, and the command says what it mended."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command

from organisation import grants, roles
from organisation.models import Organisation, Unit
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def held() -> dict[str, set[str]]:
    groups = Group.objects.prefetch_related("permissions__content_type")
    return {g.name: {f"{p.content_type.app_label}.{p.codename}" for p in g.permissions.all()} for g in groups}


def test_the_database_holds_what_the_table_says():
    roles.sync()
    assert held() == {role: set(names) for role, names in roles.ROLES.items()}


def test_the_second_time_there_is_nothing_to_mend():
    first = roles.sync()
    assert first[0] == "Registeransvarig: rollen skapad"
    assert f"{roles.REGISTRAR}: + proposals.view_proposal" in first
    assert roles.sync() == []


def test_what_somebody_changed_by_hand_is_mended_and_said():
    roles.sync()
    group = Group.objects.get(name=roles.REGISTRAR)
    group.permissions.add(Permission.objects.get(codename="delete_proposal"))
    group.permissions.remove(Permission.objects.get(codename="view_event", content_type__app_label="proposals"))
    assert roles.sync() == ["Registeransvarig: + proposals.view_event", "Registeransvarig: - proposals.delete_proposal"]
    assert held()[roles.REGISTRAR] == set(roles.ROLES[roles.REGISTRAR])


def test_the_command_prints_the_differences_and_then_that_there_are_none(capsys):
    call_command("sync_roles")
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2 + sum(len(names) for names in roles.ROLES.values())
    call_command("sync_roles")
    assert capsys.readouterr().out == "Rollerna stämmer redan.\n"


def test_no_role_may_change_proposals_channels_or_what_has_happened():
    forbidden = {"proposals": {"view"}, "register.channel": {"view"}, "register.goal": {"view"}}
    for names in roles.ROLES.values():
        for name in names:
            app, _, codename = name.partition(".")
            act, _, model = codename.partition("_")
            allowed = forbidden.get(f"{app}.{model}") or forbidden.get(app)
            assert allowed is None or act in allowed, name


def test_a_register_administrator_reads_everything_and_decides_nothing(registrar, unit, organisation):
    assert roles.reads_everything(registrar)
    assert list(grants.places(registrar, grants.DECIDE, Unit)) == []
    assert list(grants.places(registrar, grants.CONSULT, Organisation)) == []


@pytest.mark.parametrize(
    ("facts", "role", "reads"),
    [
        ({}, None, False),
        ({"is_staff": True}, None, False),
        ({}, roles.READER, True),
        ({}, roles.REGISTRAR, True),
        ({"is_superuser": True}, None, True),
        ({"is_superuser": True, "is_active": False}, None, False),
        ({"is_active": False}, roles.REGISTRAR, False),
    ],
)
def test_who_reads_everything(facts, role, reads):
    roles.sync()
    user = UserFactory.create(**facts)
    if role:
        user.groups.add(Group.objects.get(name=role))
    assert roles.reads_everything(user) is reads
