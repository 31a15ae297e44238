"""The tables a measurement draws, and where in the document they are put."""

import pytest

from tests.architecture import tree
from tests.load import document, tables
from tests.load.export import Export
from tests.load.result import Result
from tests.load.targets import POSTGRESQL


def measured(size, first):
    return Result(
        POSTGRESQL,
        size,
        filled_in=12.4,
        samples={"floor": [0.004], "first": [first], "admin_first": [0.03]},
        queries={"floor": 3, "first": 5},
        bytes={"first": 30_400},
        idle_mb=61.2,
        memory_mb=130.4,
        export=Export(45_000.4, 6.04),
    )


def test_columns_are_as_wide_as_their_widest_cell_and_figures_stand_to_the_right():
    drawn = tables.table(("Sida", "ms"), [("Golv", "4.1"), ("Sök", "1,200.0")])
    assert drawn.splitlines() == [
        "| Sida |      ms |",
        "| ---- | ------: |",
        "| Golv |     4.1 |",
        "| Sök  | 1,200.0 |",
    ]


@pytest.mark.parametrize(("value", "decimals", "text"), [(None, 1, "–"), (1234.56, 1, "1,234.6"), (1.2, 2, "1.20")])
def test_figures_as_they_are_written(value, decimals, text):
    assert tables.figure(value, decimals) == text


def cells(drawn, first):
    """The cells of the row that begins with those words."""
    line = next(line for line in drawn.splitlines() if line.startswith(f"| {first}"))
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_a_page_stands_beside_its_limit():
    drawn = tables.pages(measured(100_000, 0.005))
    assert cells(drawn, "Register, first page")[1:] == ["5.0", "5.0", "1.25", "≤ 1.25", "ok", "1.25", "", "", "5"]
    assert cells(drawn, "Django admin, first page")[1:] == ["30.0", "30.0", "7.50", "", "", "7.50", "", "", "–"]
    assert "Last page" not in drawn


def test_what_is_no_page_stands_beside_its_limit_too():
    drawn = tables.beside(measured(100_000, 0.005))
    assert cells(drawn, "Django admin, first page, × register, first page")[1:] == ["6.0", "≥ 4", "ok"]
    assert cells(drawn, "Memory of the process")[1:] == ["130", "≤ 120", "over"]
    assert cells(drawn, "HTML of the first page")[1:] == ["30.4", "≤ 40", "ok"]
    assert cells(drawn, "CSV of all rows, rows a second")[1:] == ["45,000", "≥ 20,000", "ok"]
    assert cells(drawn, "Django admin, last page")[1:] == ["–", "≥ 4", ""]


def test_growth_goes_from_the_smallest_register_to_the_largest():
    drawn = tables.growing([measured(10_000, 0.006), measured(100_000, 0.008), measured(1_000, 0.005)])
    assert cells(drawn, "Median, ms") == ["Median, ms", "1,000", "10,000", "100,000", "Growth", "Limit", ""]
    assert cells(drawn, "Register, first page")[1:] == ["5.0", "6.0", "8.0", "1.60", "≤ 1.2", "over"]


def test_a_document_has_growth_only_where_there_is_more_than_one_size():
    one, two = measured(1_000, 0.005), measured(10_000, 0.005)
    assert "## Growth on PostgreSQL" in document.drawn([one, two], {"Machine": "quick"})
    alone = document.drawn([one], {"Machine": "quick"})
    assert "Growth" not in alone
    assert "## PostgreSQL, 1,000 channels" in alone
    assert "The floor was 4.0 ms in the quietest tenth of the run and 4.0 ms in the busiest (1 requests)." in alone


def test_only_what_stands_between_the_marks_is_replaced():
    text = f"Before\n\n{document.BEGINS}\n\nold\n\n{document.ENDS}\n\nAfter\n"
    once = document.replaced(text, "new")
    assert once == f"Before\n\n{document.BEGINS}\n\nnew\n\n{document.ENDS}\n\nAfter\n"
    assert document.replaced(once, "new") == once


def test_a_document_without_its_marks_is_left_alone():
    with pytest.raises(ValueError, match="needs the lines"):
        document.replaced("Only prose", "new")


def test_our_document_has_its_marks():
    text = (tree.ROOT / "docs" / "performance.md").read_text()
    assert [text.count(mark) for mark in (document.BEGINS, document.ENDS)] == [1, 1]
