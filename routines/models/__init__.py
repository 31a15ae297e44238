"""Routines as data, what has been answered when they were done, and what has happened to each."""

from .event import Event
from .routine import Point, PointText, Routine
from .run import Answer, Run

__all__ = ["Answer", "Event", "Point", "PointText", "Routine", "Run"]
