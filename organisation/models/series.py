"""Running numbers that are never reused."""

from django.db import models, transaction
from django.db.models import F

from organisation.question import Question


class Series(models.Model):
    """One series of numbers, such as «channel» or «proposal-2026»."""

    name = models.CharField("serie", max_length=40, unique=True)
    last = models.PositiveIntegerField("senast använda", default=0)

    class Meta:
        verbose_name = "nummerserie"
        verbose_name_plural = "nummerserier"

    def __str__(self) -> str:
        return f"{self.name}: {self.last}"

    @classmethod
    def next(cls, name: str, start: int = 1) -> int:
        """The next number; the row is locked until the surrounding transaction ends, so no two get the same."""
        with transaction.atomic(savepoint=False):
            series = cls.objects.filter(name=name)
            if not series.update(last=F("last") + 1):  # the first of them
                cls.objects.get_or_create(name=name, defaults={"last": start - 1})
                series.update(last=F("last") + 1)
            ((last,),) = LAST.rows(name)
            return int(last)


def _last(name: str) -> models.QuerySet[Series, tuple[int]]:
    return Series.objects.filter(name=name).values_list("last")


LAST = Question(_last)
