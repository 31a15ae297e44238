"""Roles that hold everywhere: one table. `manage.py sync_roles` makes the database agree with it."""

from django.contrib.auth.models import AnonymousUser, Group, Permission

from .grants import duties
from .models import User

REGISTRAR = "Registeransvarig"
READER = "Läsare för hela staden"

# role: what it may in the admin, as app.codename; the roles read all proposals that have been sent
ROLES: dict[str, tuple[str, ...]] = {
    REGISTRAR: (
        "organisation.add_organisation",
        "organisation.change_organisation",
        "organisation.view_organisation",
        "organisation.add_unit",
        "organisation.change_unit",
        "organisation.view_unit",
        "organisation.add_user",
        "organisation.change_user",
        "organisation.view_user",
        "organisation.add_unitgrant",
        "organisation.delete_unitgrant",
        "organisation.view_unitgrant",
        "organisation.add_organisationgrant",
        "organisation.delete_organisationgrant",
        "organisation.view_organisationgrant",
        "organisation.view_message",
        "register.add_platform",
        "register.change_platform",
        "register.view_platform",
        "register.add_platformlimit",
        "register.change_platformlimit",
        "register.delete_platformlimit",
        "register.view_platformlimit",
        "register.view_channel",
        "register.view_goal",
        "register.view_savedview",
        "proposals.view_proposal",
        "proposals.view_event",
        "routines.add_routine",
        "routines.change_routine",
        "routines.view_routine",
        "routines.add_point",
        "routines.change_point",
        "routines.delete_point",
        "routines.view_point",
        "routines.view_run",
        "routines.view_answer",
        "routines.view_event",
    ),
    READER: (),
}


def reads_everything(user: User | AnonymousUser) -> bool:
    """Register administrators and city-wide readers see every proposal that has been sent."""
    return user.is_active and (user.is_superuser or not duties(user).roles.isdisjoint(ROLES))


def oversees(user: User | AnonymousUser) -> bool:
    """Register administrators and superusers: they see that nothing is left without somebody."""
    return user.is_active and (user.is_superuser or REGISTRAR in duties(user).roles)


def sync() -> list[str]:
    """Make groups and permissions agree with the table. Returns the differences that were mended, in Swedish."""
    changes = []
    for role, names in ROLES.items():
        group, new = Group.objects.get_or_create(name=role)
        if new:
            changes.append(f"{role}: rollen skapad")
        wanted = set(names)
        held = {f"{p.content_type.app_label}.{p.codename}" for p in group.permissions.select_related("content_type")}
        for name in sorted(wanted - held):
            group.permissions.add(_permission(name))
            changes.append(f"{role}: + {name}")
        for name in sorted(held - wanted):
            group.permissions.remove(_permission(name))
            changes.append(f"{role}: - {name}")
    return changes


def _permission(name: str) -> Permission:
    app_label, codename = name.split(".")
    return Permission.objects.get(content_type__app_label=app_label, codename=codename)
