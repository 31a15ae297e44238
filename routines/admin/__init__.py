"""Oversight of routines: their texts are edited; what was answered, and what has happened, is only read."""

from . import records, texts

__all__ = ["records", "texts"]
