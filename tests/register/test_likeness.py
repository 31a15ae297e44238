"""How alike two texts are, one by one and many at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from register.likeness import alike, alike_to_each, meaningful

WORDS = st.sampled_from("barn unga ungdomar föräldrar förälder elever eleverna besökare besökarna nära västra".split())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Elever i årskurs 7–9 som bor i närheten", ["elever", "årskurs", "närheten"]),
        ("Alla i Göteborgs Stad", []),
        ("Föräldrar, FÖRÄLDRAR och barn_4", ["föräldrar", "barn"]),
        ("", []),
    ],
)
def test_the_words_that_carry_meaning(text, words):
    assert meaningful(text) == words


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("Föräldrar till barn i förskolan", "Barn och föräldrar", True),
        ("Föräldrar till barn i förskolan", "Föräldrar till unga vuxna", False),
        ("Besökare på museet", "Museets besökare", True),
        ("Alla i staden", "Alla i staden", False),
        ("Barn", "", False),
    ],
)
def test_texts_that_say_nearly_the_same_are_alike(one, other, said):
    assert alike(meaningful(one), meaningful(other), "audience") is said
    assert alike(meaningful(other), meaningful(one), "audience") is said


@given(st.lists(st.frozensets(WORDS, max_size=5), max_size=8))
def test_many_at_once_are_compared_as_every_two(texts):
    assert alike_to_each(texts, "audience") == [
        {b for b, other in enumerate(texts) if a != b and alike(one, other, "audience")} for a, one in enumerate(texts)
    ]
