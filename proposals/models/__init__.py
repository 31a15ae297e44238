"""Proposals with their goals, answers about similar channels, comments, and what has happened."""

from .event import Comment, Event, ReviewDraft
from .goal import ProposedGoal
from .part import Collaborator, Part, SimilarChannel
from .proposal import Proposal

__all__ = ["Collaborator", "Comment", "Event", "Part", "Proposal", "ProposedGoal", "ReviewDraft", "SimilarChannel"]
