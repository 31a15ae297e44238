"""The parts of a proposal, declared once. Task list, forms, check page, print page and completeness read them."""

from proposals.kinds import CHANGE, EXISTING, NEW

from .audience import AUDIENCE
from .basics import BASICS
from .purpose import PURPOSE
from .question import WRITTEN, Kind, Problem, Question, Section
from .resources import RESOURCES
from .scan import SCAN

DECLARED = (BASICS, PURPOSE, AUDIENCE, SCAN, RESOURCES)
_OF_KIND: dict[str, tuple[Section, ...]] = {
    kind: tuple(section.of(kind) for section in DECLARED if kind in section.kinds) for kind in (NEW, EXISTING, CHANGE)
}
SECTIONS = _OF_KIND[NEW]  # all parts; what the other kinds lack or ask in their own way, `sections_of` says
BY_KEY = {section.key: section for section in SECTIONS}


def sections_of(kind: str) -> tuple[Section, ...]:
    """The parts that proposals of a kind have, in order, each with the questions that are asked there."""
    return _OF_KIND[kind]


def section_of(kind: str, key: str) -> Section:
    """One part of the proposals of a kind. Raises KeyError for one they do not have."""
    return {section.key: section for section in _OF_KIND[kind]}[key]


__all__ = ["BY_KEY", "SECTIONS", "WRITTEN", "Kind", "Problem", "Question", "Section", "section_of", "sections_of"]
