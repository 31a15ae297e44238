"""What those who care for a channel fill in about it."""

from .changing import ChangeForm
from .describing import DescriptionForm
from .naming import NameForm
from .people import PeopleForm
from .standing import MarkedForm
from .viewing import ViewForm

__all__ = ["ChangeForm", "DescriptionForm", "MarkedForm", "NameForm", "PeopleForm", "ViewForm"]
