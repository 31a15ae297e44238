"""What somebody looks for in the register: words, or the address of a channel in any form, also a former one."""

from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.db.models import Q

from . import platforms
from .address import AddressError
from .models import Channel, FormerAddress
from .search import matching, named, words


@dataclass(frozen=True)
class Search:
    """What was typed, with stray spaces gone. Empty when nothing was."""

    typed: str

    def __bool__(self) -> bool:
        return bool(self.typed)

    @cached_property
    def words(self) -> list[str]:
        return words(self.typed)

    @cached_property
    def holders(self) -> list[UUID]:
        """The channels that have, or have had, the address that was typed. Two queries when it is one."""
        try:
            key = platforms.read(self.typed).key
        except AddressError:
            return []
        now = Channel.objects.filter(address_key=key).order_by().values_list("pk", flat=True)
        before = FormerAddress.objects.filter(address_key=key).order_by().values_list("channel", flat=True)
        return list({*now, *before})

    @cached_property
    def means(self) -> Q:
        """Every channel that is found."""
        return self._found("listed__", "pk__in") if self.typed else Q()

    @cached_property
    def means_listed(self) -> Q:
        """The same, of the rows that lists are counted from."""
        return self._found("", "channel__in") if self.typed else Q()

    def _found(self, path: str, holders: str) -> Q:
        """Signs alone are no words, and nothing is found by them."""
        found = matching(self.typed, path) if self.words else Q(**{holders: ()})
        return found | Q(**{holders: self.holders}) if self.holders else found

    @property
    def tiers(self) -> list[Q]:
        """Which of the found come first: those with the address, then those with all the words in their name."""
        first = [Q(pk__in=self.holders)] if self.holders else []
        return [*first, named(self.typed)] if self.words else first
