"""What narrows a list besides the facets that sorts tell of: a search, quarters, and units of chosen organisations."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from register.facets import Facet
from register.looking import Search

from .asked import Happened


@dataclass(frozen=True)
class Narrowing:
    """Something of that, or nothing."""

    search: Search
    happened: Sequence[Happened]
    units: Facet | None

    def __bool__(self) -> bool:
        return bool(self.search or self.happened or self._chosen)

    @property
    def without_search(self) -> Q:
        """As a condition on channels, whatever is looked for."""
        return self._in_quarters() & (Q(unit__in=self._chosen) if self._chosen else Q())

    @property
    def without_units(self) -> Q:
        """As a condition on channels, whichever units are chosen."""
        return self.search.means & self._in_quarters()

    @property
    def channels(self) -> Q:
        """As a condition on channels."""
        return self.search.means & self.without_search

    @property
    def listed(self) -> Q:
        """The same, of the rows that lists are counted from."""
        found = self.search.means_listed & self._in_quarters("channel__")
        return found & (Q(channel__unit__in=self._chosen) if self._chosen else Q())

    def _in_quarters(self, path: str = "") -> Q:
        found = Q()
        for each in self.happened:
            found &= each.means(path)
        return found

    @property
    def _chosen(self) -> list[str]:
        return self.units.chosen if self.units else []
