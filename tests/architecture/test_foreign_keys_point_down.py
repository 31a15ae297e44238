"""Tables point down through the apps, never up and never to a sibling."""

from django.apps import apps

from tests.architecture import tree
from tests.architecture.ranks import RANK, points_down


def test_every_app_has_its_place_in_the_order():
    assert [app for app in tree.APPS if app not in RANK] == []


def test_foreign_keys_point_down():
    wrong = []
    for app in tree.APPS:
        for model in apps.get_app_config(app).get_models(include_auto_created=True):
            for field in [*model._meta.local_fields, *model._meta.local_many_to_many]:
                target = field.related_model
                if target and target._meta.app_label in RANK and not points_down(app, target._meta.app_label):
                    wrong.append(f"{model._meta.label}.{field.name} → {target._meta.label}")
    assert wrong == []
