"""What everyone who may read a proposal can open: its history and its print page."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from organisation.requests import SignedInRequest
from proposals import policies
from proposals.answers import checksum, rows, snapshot
from proposals.history import sent_versions, story
from proposals.models import Proposal
from proposals.sections import sections_of
from proposals.workflow import EDITABLE

from .finding import readable


def history(request: SignedInRequest, reference: str) -> HttpResponse:
    """Historik: events, comments, and what changed between the versions that were sent."""
    proposal = readable(request, reference)
    return render(request, "proposals/history.html", {"proposal": proposal, "told": story(proposal)})


def printed(request: SignedInRequest, reference: str) -> HttpResponse:
    """Underlag: everything on one page for paper, with decision, consultation and checksum."""
    proposal = readable(request, reference)
    versions = sent_versions(proposal)
    being_written = proposal.state in EDITABLE and not policies.is_writer(request.user, proposal)
    context = {
        "proposal": proposal,
        "being_written": being_written,
        "material": as_sent(proposal, versions[-1].snapshot) if being_written else material(proposal),
        "told": story(proposal)[::-1],
        "checksum": versions[-1].checksum if versions else "",
        "unchanged": bool(versions) and checksum(snapshot(proposal)) == versions[-1].checksum,
    }
    return render(request, "proposals/printed.html", context)


def as_sent(proposal: Proposal, snapshot: list[dict[str, str]]) -> list[dict[str, Any]]:
    """The material of a version that was sent: what is written since then is for its writers only."""
    return [
        {"section": section, "rows": [row for row in snapshot if row["part"] == section.key]}
        for section in sections_of(proposal.kind)
    ]


def material(proposal: Proposal) -> list[dict[str, Any]]:
    """The whole material, section by section."""
    return [{"section": section, "rows": rows(proposal, section)} for section in sections_of(proposal.kind)]
