"""What those who care for a channel fill in about it."""

from .changing import ChangeForm
from .describing import DescriptionForm
from .naming import NameForm
from .people import PeopleForm

__all__ = ["ChangeForm", "DescriptionForm", "NameForm", "PeopleForm"]
