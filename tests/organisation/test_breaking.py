"""Where long words may break: after signs, and never before a last letter."""

import pytest

from organisation.breaking import LONGEST, breakable


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        ("Läxhjälpen på Café Éva", "Läxhjälpen på Café Éva"),
        ("https://podd.example.se/anhorig", "https://<wbr>podd.<wbr>example.<wbr>se/<wbr>anhorig"),
        ("@stads_biblioteket", "@<wbr>stads_<wbr>biblioteket"),
        ("a" * LONGEST, "a" * LONGEST),
        ("a" * (LONGEST + 1), f"{'a' * 13}<wbr>{'a' * 12}"),
        ("a" * 50, f"{'a' * 17}<wbr>{'a' * 17}<wbr>{'a' * 16}"),
        ("<b>/&", "&lt;b&gt;/<wbr>&amp;"),
        ("Ägare - chef. Slut.", "Ägare - chef. Slut."),
    ],
)
def test_a_line_may_end_after_a_sign_or_far_from_the_ends_of_a_word(text, html):
    assert breakable(text) == html
