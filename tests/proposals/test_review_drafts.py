"""Answers that a manager or a chief saves without sending them."""

import pytest
from django.core.exceptions import PermissionDenied

from proposals import services
from proposals.models import ReviewDraft
from tests import builders

pytestmark = pytest.mark.django_db


def test_what_a_manager_has_typed_is_kept_once_with_the_revision_she_read(author, manager, chief):
    sent = builders.sent(author)
    services.save_review(sent, by=manager, revision=1, typed={"reason": "Kanske"})
    services.save_review(sent, by=manager, revision=1, typed={"reason": "Ja"})
    kept = ReviewDraft.objects.get()
    assert (kept.user, kept.revision, kept.typed) == (manager, 1, {"reason": "Ja"})


@pytest.mark.parametrize("who", ["author", "registrar", "stranger"])
def test_those_who_are_not_to_answer_keep_no_answer(who, request, author, manager, chief):
    sent = builders.sent(author)
    with pytest.raises(PermissionDenied):
        services.save_review(sent, by=request.getfixturevalue(who), revision=1, typed={})
    assert ReviewDraft.objects.count() == 0
