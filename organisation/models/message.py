"""Outgoing mail: a row written in the same transaction as what it tells about."""

from django.db import models

from organisation import clock


class Message(models.Model):
    """One mail to one person. `key` makes it unique, so that nothing is told twice."""

    key = models.CharField("nyckel", max_length=120, unique=True)
    to = models.ForeignKey("organisation.User", models.PROTECT, related_name="messages", verbose_name="till")
    subject = models.CharField("ämne", max_length=200)
    body = models.TextField("text")
    created = models.DateTimeField("skapat", default=clock.now)
    sent = models.DateTimeField("skickat", null=True, blank=True)
    attempts = models.PositiveSmallIntegerField("försök", default=0)
    next_try = models.DateTimeField("nästa försök", default=clock.now)
    last_error = models.CharField("senaste fel", max_length=300, blank=True)

    class Meta:
        verbose_name = "meddelande"
        verbose_name_plural = "utgående meddelanden"
        ordering = ["-created", "-pk"]
        indexes = [models.Index(fields=["next_try"], name="message_waiting", condition=models.Q(sent=None))]

    def __str__(self) -> str:
        return self.subject
