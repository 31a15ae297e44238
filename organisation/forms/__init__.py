"""The ground for every form, and the kinds of fields our forms have besides Django's."""

from organisation.fields import LimitedTextField, OnceField, SwedishDateField, SwedishNumberField, VersionField

from .person import PersonField
from .plain import PlainForm, PlainMixin

__all__ = [
    "LimitedTextField",
    "OnceField",
    "PersonField",
    "PlainForm",
    "PlainMixin",
    "SwedishDateField",
    "SwedishNumberField",
    "VersionField",
]
