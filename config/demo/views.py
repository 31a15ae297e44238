"""Views of the register that people in the demo have saved, for themselves and for those they work with."""

from organisation.models import Organisation, User
from register.services import save_view

from .cast import Cast

SAVED = (  # whose, its name, what it shows, and whether those she works with see it
    ("Kim Falk", "Översyn eller åtkomst är försenad", "atgard=oversyn&atgard=atkomst", True),
    ("Kim Falk", "Konton utan ersättare", "atgard=ersattare&typ=sociala-medier", False),
    ("Sara Ek", "Bibliotekens kanaler", "sok=bibliotek&status=aktiv", True),
    ("Leila Hadad", "Avvecklas eller ska arkiveras", "status=avvecklas&status=avslutad&ordning=-avslutad", False),
)


def save_views(cast: Cast) -> None:
    """Saved today, by each herself."""
    for name, called, query, shared in SAVED:
        by = cast.people[name]
        save_view(by=by, name=called, query=query, organisation=_organisation(by) if shared else None)


def _organisation(user: User) -> Organisation:
    assert user.unit
    return user.unit.organisation
