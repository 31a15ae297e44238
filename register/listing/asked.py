"""What somebody asks of the list, as it stands in the address. Knows no channels; a mistake is left out, and told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Q
from django.http import QueryDict

from organisation.paging import PAGE, number_asked
from organisation.swedish import inside
from register.quarters import Quarter, read_quarter

SEARCH, ORDER, COLUMN, OPENED = "sok", "ordning", "kolumn", "visa"
WHOLE = f"{OPENED}=alla"  # asks for the whole register; without it somebody's own first view would open
BEST_FIRST = ""  # the order of a search: hits in the name before others
LONGEST_SAID = 60  # characters of something typed, where it is only repeated
HAPPENED = {"registrerad": ("registered", "Registrerade"), "avslutad": ("ended", "Avslutade")}


def short(typed: str) -> str:
    """Something that was typed, as it is repeated in a sentence."""
    return typed if len(typed) <= LONGEST_SAID else f"{typed[:LONGEST_SAID].rstrip()}…"


@dataclass(frozen=True)
class Happened:
    """Those of which something happened in a quarter of a year."""

    name: str
    quarter: Quarter

    @property
    def text(self) -> str:
        return f"{HAPPENED[self.name][1]} {inside(str(self.quarter))}"

    def means(self, path: str = "") -> Q:
        """As a condition; `path` leads to the channel."""
        field = path + HAPPENED[self.name][0]
        return Q(**{f"{field}__gte": self.quarter.first, f"{field}__lte": self.quarter.last})


class Asked:
    """The address of a list, read; and other addresses made from it."""

    def __init__(self, query: QueryDict) -> None:
        self.query = query
        self._given: dict[str, list[str]] = dict(query.lists())
        self.typed = " ".join(query.get(SEARCH, "").replace("\x00", " ").split())
        self.order = query.get(ORDER, "").strip()
        self.opened = query.getlist(OPENED)
        self.columns = [name for name in query.getlist(COLUMN) if name.strip()]
        self.happened: list[Happened] = []
        self.no_quarters: list[str] = []
        for name in HAPPENED:
            self._read_quarter(name, query.get(name, "").strip())
        self.page = number_asked(query)

    def address(self, name: str, values: Sequence[str], without: Iterable[str] = ()) -> str:
        """The address with other values of one parameter and none of some others, from the first page."""
        return f"?{self._encoded({name: list(values), PAGE: [], **{other: [] for other in without}}) or WHOLE}"

    def page_at(self, number: int) -> str:
        """The address of another page."""
        return f"?{self._encoded({PAGE: [str(number)] if number > 1 else []}) or WHOLE}"

    @property
    def in_a_file(self) -> str:
        """What a file of the same list is asked for by, with its question mark."""
        return f"?{self._encoded({OPENED: [], PAGE: []})}"

    def _encoded(self, values: dict[str, list[str]]) -> str:
        changed = self._given | values
        return urlencode([(name, given) for name, given in changed.items() if any(given)], doseq=True)

    def _read_quarter(self, name: str, value: str) -> None:
        try:
            self.happened += [Happened(name, read_quarter(value))] if value else []
        except ValueError:
            self.no_quarters.append(value)
