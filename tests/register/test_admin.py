"""The register in the admin: platforms are edited, channels and goals are only read."""

import pytest
from django.urls import reverse

from register.models import Channel, Goal, Platform, PlatformLimit
from tests import builders
from tests.markup import text

SENT = {"key": "instagram", "name": "Instagram", "kind": "social", "hosts": "instagram.com", "stance": "allowed"}


def at(model, page, *args):
    return reverse(f"admin:register_{model}_{page}", args=args)


def limits(*rows):
    sent = {"limits-TOTAL_FORMS": len(rows), "limits-INITIAL_FORMS": 0}
    return sent | {f"limits-{n}-{name}": value for n, row in enumerate(rows) for name, value in row.items()}


@pytest.mark.parametrize("person", ["registrar", "superuser"])
@pytest.mark.parametrize("model", [Channel, Goal])
def test_channels_and_goals_are_read_and_nothing_else(request, client, author, manager, chief, person, model):
    channel = builders.approved_channel(author, manager, chief)
    row, name = model.objects.get(), model._meta.model_name
    client.force_login(request.getfixturevalue(person))
    link = f'<a href="/kanal/{channel.number}/">Visa kanalen</a>'
    for page in (at(name, "changelist"), at(name, "changelist") + "?q=läx", at(name, "change", row.pk)):
        assert link in text(client.get(page))
    assert client.get(at(name, "history", row.pk)).status_code == 200
    assert client.get(at(name, "add")).status_code == 403
    assert client.post(at(name, "change", row.pk), {"name": "Annat"}).status_code == 403
    assert client.post(at(name, "delete", row.pk), {"post": "yes"}).status_code == 403
    removal = {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"}
    client.post(at(name, "changelist"), removal)
    assert model.objects.filter(pk=row.pk).exists()


def test_hosts_are_written_one_on_a_line(admin):
    hosts = "Threads.net\r\n\r\n  threads.com \nthreads.net"
    sent = SENT | {"key": "threads", "name": "Threads", "hosts": hosts} | limits()
    assert admin.post(at("platform", "add"), sent).status_code == 302
    platform = Platform.objects.get(key="threads")
    assert platform.hosts == ["threads.net", "threads.com"]
    page = admin.get(at("platform", "change", platform.pk)).content.decode()
    assert "threads.net\nthreads.com</textarea>" in page


@pytest.mark.parametrize(
    "host", ["https://instagram.com", "www.instagram.com", "instagram", "instagram.com/namn", "a b.se"]
)
def test_what_is_no_host_name_is_said_in_swedish(admin, host):
    response = admin.post(at("platform", "add"), SENT | {"hosts": host} | limits())
    assert f"”{host}” är inget värdnamn. Skriv ett värdnamn per rad, utan https:// och utan www" in text(response)
    assert not Platform.objects.exists()


def test_limits_are_edited_with_their_platform(admin):
    platform = builders.platform()
    row = {
        "field": "Biografi",
        "limit": 150,
        "measure": "characters",
        "source": "Egen mätning",
        "checked": "2026-08-01",
    }
    assert admin.post(at("platform", "change", platform.pk), SENT | limits(row)).status_code == 302
    assert PlatformLimit.objects.get().limit == 150


def test_a_paused_platform_needs_date_and_reason(admin):
    platform = builders.platform()
    response = admin.post(at("platform", "change", platform.pk), SENT | {"stance": "paused"} | limits())
    assert "Ange datum och skäl när en plattform avråds eller pausas." in text(response)


def test_a_platform_is_never_removed(admin, superuser):
    platform = builders.platform()
    admin.force_login(superuser)
    assert admin.post(at("platform", "delete", platform.pk), {"post": "yes"}).status_code == 403
