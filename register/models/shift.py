"""A line in the tally of the register: one channel more or fewer of one sort. See register.tally."""

import secrets

from django.db import models

from .listed import Sorted


def _mark() -> int:
    return secrets.randbelow(2**31)


class Shift(Sorted):
    """Written in the transaction that changes a channel, so that whoever has counted the register can go on counting.
    A change that leaves its sort as it was writes a line of no channels: something of the register is different.

    Lines are only added: nobody waits for another's, and a sum needs no lock. The daily run throws old ones away.
    """

    channels = models.SmallIntegerField()
    at = models.DateTimeField(auto_now_add=True)
    mark = models.BigIntegerField(default=_mark)  # tells the line from one with the same number in another database

    class Meta:
        verbose_name = "ändring i registrets antal"
        verbose_name_plural = "ändringar i registrets antal"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.channels:+d}"
