"""How a view of the register is saved, changed, shared and removed. It belongs to one person, who alone changes it."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import QueryDict

from organisation import roles
from organisation.models import Organisation, User
from organisation.swedish import order_key
from register.listing.circle import circle
from register.listing.kept import kept
from register.models import SavedView
from register.models.view import LONGEST_QUERY
from register.policies import why_not_change_view

MOST = 50  # views of one person


class ViewNameTaken(ValueError):
    """She has another view with that name."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Du har redan en vy som heter ”{name}”. Välj ett annat namn.")


def save_view(
    *,
    by: User,
    name: str,
    query: str,
    organisation: Organisation | None = None,
    opens: bool = False,
    replaces: bool = False,
) -> SavedView:
    """Save what a list shows under a name; saving the same again is the same view. `replaces`: instead of her view
    with that name.

    Raises ViewNameTaken; ValueError with what to say when there is nothing to save, or no room; PermissionDenied
    when she does not work in the organisation.
    """
    shown = kept(QueryDict(query))
    if refusal := why_not_save(shown):
        raise ValueError(refusal)
    with transaction.atomic(durable=True):
        _hold(by)
        view = namesake(by, name) or SavedView(owner=by)
        if view.pk and not replaces and view.query != shown:
            raise ViewNameTaken(view.name)
        if not view.pk and SavedView.objects.filter(owner=by).count() >= MOST:
            raise ValueError(f"Du har redan {MOST} sparade vyer. Ta bort någon av dem först.")
        view.query = shown
        return _write(view, by=by, name=name, organisation=organisation, opens=opens)


def change_view(view: SavedView, *, by: User, name: str, organisation: Organisation | None, opens: bool) -> SavedView:
    """Give a view another name, share it or keep it to oneself, and let it open the register or not.

    Raises ViewNameTaken, PermissionDenied for others than its owner, SavedView.DoesNotExist when it was removed.
    """
    _require_owner(view, by)
    with transaction.atomic(durable=True):
        _hold(by)
        fresh = SavedView.objects.get(pk=view.pk)
        other = namesake(by, name)
        if other and other.pk != fresh.pk:
            raise ViewNameTaken(other.name)
        return _write(fresh, by=by, name=name, organisation=organisation, opens=opens)


def remove_view(view: SavedView, *, by: User) -> None:
    """Remove a view, for everybody who saw it. Raises PermissionDenied for others than its owner."""
    _require_owner(view, by)
    SavedView.objects.filter(pk=view.pk).delete()


def let_views_follow(before: Organisation, after: Organisation, *, by: User) -> None:
    """What is shared in an organisation is shared in its successor, in the transaction of whoever replaces it. What
    the views show is left as it is. Raises PermissionDenied for others than those who oversee the register.
    """
    if not roles.oversees(by):
        raise PermissionDenied("Bara registeransvariga kan göra det här.")
    SavedView.objects.filter(organisation=before).update(organisation=after)


def namesake(owner: User, name: str) -> SavedView | None:
    """Her view with that name, however its letters are written."""
    return SavedView.objects.filter(owner=owner, sort_name=order_key(name)).first()


def why_not_save(query: str) -> str:
    """Why what a list shows cannot be saved, in Swedish; empty when it can."""
    if not query:
        return "Listan visar hela registret, så det finns inget att spara. Sök eller filtrera först."
    if len(query) > LONGEST_QUERY:
        return "Listan har fler val än en vy rymmer. Ta bort några av dem först."
    return ""


def _require_owner(view: SavedView, by: User) -> None:
    if refusal := why_not_change_view(by, view):
        raise PermissionDenied(refusal)


def _write(view: SavedView, *, by: User, name: str, organisation: Organisation | None, opens: bool) -> SavedView:
    if organisation and organisation.pk != view.organisation_id and organisation.pk not in circle(by):
        raise PermissionDenied(f"Du arbetar inte i {organisation}, så du kan inte dela vyn där.")
    if opens:
        SavedView.objects.filter(owner=by, opens=True).exclude(pk=view.pk).update(opens=False)
    view.name, view.organisation, view.opens = name, organisation, opens
    view.save()
    return view


def _hold(person: User) -> None:
    """One at a time writes the views of a person, so that names and the first view stay single."""
    User.objects.select_for_update(no_key=True).get(pk=person.pk)
