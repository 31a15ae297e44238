"""The five parts of a proposal, declared once. Task list, forms, check page, print page and completeness read them."""

from .audience import AUDIENCE
from .basics import BASICS
from .purpose import PURPOSE
from .question import Kind, Problem, Question, Section
from .resources import RESOURCES
from .scan import SCAN

SECTIONS: tuple[Section, ...] = (BASICS, PURPOSE, AUDIENCE, SCAN, RESOURCES)
BY_KEY = {section.key: section for section in SECTIONS}
BY_SLUG = {section.slug: section for section in SECTIONS}

__all__ = ["BY_KEY", "BY_SLUG", "SECTIONS", "Kind", "Problem", "Question", "Section"]
