"""Mail is a row first. `queue` writes it with the act it tells about; `send_waiting` sends it afterwards."""

import datetime as dt
import logging
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F

from organisation import clock

from .models import Message, User

log = logging.getLogger(__name__)

GIVES_UP_AFTER = 14  # tries, the last one after about six days


@dataclass(frozen=True)
class Mail:
    """What is told, and the key of the person it is told to. `key` is of what it tells about."""

    key: str
    to: int
    subject: str
    body: str


def queue(*, key: str, to: User, subject: str, body: str) -> None:
    """Put a mail in the queue, once per key and person. Must be called in the transaction of the act itself."""
    queue_all([Mail(key, to.pk, subject, body)])


def queue_all(mails: Iterable[Mail]) -> None:
    """Put mails in the queue, each once per key and person; in the transaction of the act itself. One query."""
    rows = [
        Message(
            key=f"{mail.key}:{mail.to}", to_id=mail.to, subject=" ".join(mail.subject.split())[:200], body=mail.body
        )
        for mail in mails
    ]
    Message.objects.bulk_create(rows, ignore_conflicts=True)  # what has been told already stays as it is


def link(path: str) -> str:
    """A whole address that a mail can carry."""
    return f"{settings.SITE_ADDRESS}{path}"


def send_waiting(limit: int = 100) -> int:
    """Send what is due, each row claimed first so that two workers never send the same. Returns how many went."""
    due = Message.objects.filter(sent=None, next_try__lte=clock.now(), attempts__lt=GIVES_UP_AFTER)
    went = 0
    for pk, attempts in list(due.order_by("created").values_list("pk", "attempts")[:limit]):
        again = clock.now() + dt.timedelta(minutes=2**attempts)
        mine = Message.objects.filter(pk=pk, sent=None, attempts=attempts)
        if mine.update(attempts=F("attempts") + 1, next_try=again):
            went += _send(Message.objects.select_related("to").get(pk=pk))
    return went


def _message_id(message: Message) -> str:
    """The same for every try, so that a mail that went twice is seen as one. RFC 5322 allows no colon in it."""
    return f"<{message.key.replace(':', '.')}@kanalregistret>"


def _send(message: Message) -> int:
    mail = EmailMessage(
        subject=message.subject,
        body=message.body,
        to=[message.to.email],
        headers={"Auto-Submitted": "auto-generated", "Message-ID": _message_id(message)},
    )
    if not (message.to.is_active and message.to.email):
        Message.objects.filter(pk=message.pk).update(attempts=GIVES_UP_AFTER, last_error="Ingen adress att skicka till")
        return 0
    try:
        mail.send()
    except (OSError, ValueError) as error:  # SMTPException is an OSError; an address that is none is a ValueError
        log.warning("Mail %s did not go: %s", message.pk, error)
        Message.objects.filter(pk=message.pk).update(last_error=str(error)[:300])
        return 0
    Message.objects.filter(pk=message.pk).update(sent=clock.now(), last_error="")
    return 1
