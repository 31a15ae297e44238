"""A channel as it is searched and counted: its words, and of which sort it is. A narrow row, quick to go through."""

from django.db import models

from .channel import Channel


class Sorted(models.Model):
    """The few facts that lists count by."""

    organisation = models.BigIntegerField()
    platform = models.BigIntegerField(null=True)
    kind = models.CharField(max_length=12)
    status = models.CharField(max_length=12)
    confirmed = models.PositiveSmallIntegerField(null=True)  # the year
    needs = models.PositiveSmallIntegerField()

    class Meta:
        abstract = True


class Listed(Sorted):
    """Follows from the channel and its flags, and is written with them: see register.listed."""

    channel = models.OneToOneField(Channel, models.CASCADE, primary_key=True, related_name="listed")
    text = models.TextField()

    class Meta:
        verbose_name = "kanal i listor"
        verbose_name_plural = "kanaler i listor"

    def __str__(self) -> str:
        return self.text.partition("\n")[0]
