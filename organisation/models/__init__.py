"""People, organisations and their units, grants, numbers and outgoing mail."""

from .grant import OrganisationGrant, UnitGrant
from .message import Message
from .organisation import Organisation, Unit
from .person import User
from .series import Series

__all__ = ["Message", "Organisation", "OrganisationGrant", "Series", "Unit", "UnitGrant", "User"]
