"""The views above the list: those that everybody with such duties has, and then saved ones. Reads nothing itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from organisation.grants import duties
from organisation.models import User
from register.charts import LIVE
from register.names import FLAGS
from register.reach import Reach

from .asked import WHOLE
from .circle import remembered_where
from .kept import address_of, kept
from .saved import Row, Saved


@dataclass(frozen=True)
class View:
    """A link to the list in one of its shapes. `mark` says that others see it too, and whose it is when not hers."""

    text: str
    href: str
    current: bool
    mark: str = ""


class StandingViews:
    """What one can choose among, what is shown now, and what can be done with it."""

    def __init__(self, saved: Saved, user: User, reach: Reach) -> None:
        self._saved, self._user, self._reach = saved, user, reach

    @cached_property
    def links(self) -> list[View]:
        whole = WHOLE if self._saved.opening else ""  # else her own view would open
        built = [View(text, address_of(query or whole), query == self._saved.present) for text, query in self._built()]
        return built + [self._link(row) for row in self._saved.rows]

    @property
    def worth_showing(self) -> bool:
        """Whether there is anything to choose among, or to save."""
        return len(self.links) > 1 or bool(self.savable)

    @property
    def any_saved(self) -> bool:
        return bool(self._saved.rows)

    @property
    def more(self) -> bool:
        return self._saved.more

    @cached_property
    def savable(self) -> str:
        """Where what is shown now is saved; nothing for the whole register, and for what she has saved already."""
        present = self._saved.present
        return f"{reverse('register:save_view')}?{present}" if present and not self._saved.is_mine else ""

    @property
    def opened(self) -> str:
        """The name of the view that she has asked to see first, when it is shown."""
        opening = self._saved.opening
        return opening.name if opening and opening.query == self._saved.present else ""

    @property
    def whole(self) -> str:
        return address_of(WHOLE)

    def _built(self) -> Iterator[tuple[str, str]]:
        """Name and query of those that follow from what she is near."""
        held = duties(self._user)
        yield "Hela registret", ""
        if whole := held.consulted | held.organisations:
            name = "Min organisation" if len(whole) == 1 else "Mina organisationer"
            yield name, _query(organisation=whole, status=LIVE)
        homes = remembered_where(held.units) if held.units else {}
        if units := {unit: home for unit, home in homes.items() if home not in whole}:
            name = "Min verksamhet" if len(units) == 1 else "Mina verksamheter"
            yield name, _query(organisation=set(units.values()), verksamhet=units, status=LIVE)
        if self._reach.sees_any:
            yield "Behöver åtgärd", _query(atgard=FLAGS.values())

    def _link(self, row: Row) -> View:
        mark = "" if row.organisation is None else "delad"
        if row.owner != self._user.pk:
            mark = f"delad av {row.owner_presented}"
        return View(row.name, address_of(row.query), row.query == self._saved.present, mark)


def _query(**filters: object) -> str:
    return kept(QueryDict(urlencode(filters, doseq=True)))
