"""Where the pages of saved views are."""

from django.urls import reverse

from register.models import SavedView

LIST, ALL, NEW = reverse("register:list"), reverse("register:saved_views"), reverse("register:save_view")


def pages(view: SavedView) -> list[str]:
    """The two pages where its owner changes a view."""
    return [reverse(f"register:{name}", args=[view.pk]) for name in ("change_view", "remove_view")]
