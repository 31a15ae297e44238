"""What 0004 made room for, worked out for the channels that are there. Its own transaction: PostgreSQL alters no
table with rows that the same transaction has changed.
"""

import re
from itertools import islice

from django.db import migrations
from django.db.models import OuterRef, Subquery

BITS = {
    "review_overdue": 1, "goal_not_followed": 2, "access_unconfirmed": 4, "no_deputy": 8, "steward_left": 16,
    "routines_incomplete": 32, "no_description": 64, "archiving_remains": 128,
}

SAME = str.maketrans({"é": "e", "ü": "y"})  # as words are folded from now on


def work_out(apps, schema_editor):
    Channel, Flag = apps.get_model("register", "Channel"), apps.get_model("register", "Flag")
    Unit = apps.get_model("organisation", "Unit")
    Channel.objects.update(organisation=Subquery(Unit.objects.filter(pk=OuterRef("unit")).values("organisation")))
    needs = {}
    for channel, kind in Flag.objects.order_by().values_list("channel", "kind"):
        needs[channel] = needs.get(channel, 0) + BITS[kind]
    for channel, mask in needs.items():
        Channel.objects.filter(pk=channel).update(needs=mask)
    for channel, handle in Channel.objects.exclude(handle="").order_by().values_list("pk", "handle"):
        Channel.objects.filter(pk=channel).update(handle_key=re.sub(r"[\W_]", "", handle.casefold()))
    Listed = apps.get_model("register", "Listed")
    channels = Channel.objects.order_by("pk").iterator(2_000)
    while some := list(islice(channels, 2_000)):
        Listed.objects.bulk_create(_listed(Listed, channel) for channel in some)


def _listed(Listed, channel):
    return Listed(
        channel=channel,
        text=channel.search_text.translate(SAME),
        organisation=channel.organisation_id,
        platform=channel.platform_id,
        kind=channel.kind,
        status=channel.status,
        confirmed=channel.confirmed.year if channel.confirmed else None,
        needs=channel.needs,
    )


class Migration(migrations.Migration):
    dependencies = [("register", "0004_what_lists_need")]
    operations = [migrations.RunPython(work_out, migrations.RunPython.noop)]
