"""Fill an empty database with invented people, proposals and channels, made through the real services."""

import datetime as dt
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db.models import F
from django.utils import timezone

from config.demo.cast import ACCOUNTS, PASSWORD, assemble, let_in
from config.demo.channels import CHANNELS
from config.demo.course import whole
from config.demo.endings import endings
from config.demo.found import found
from config.demo.living import everyday
from config.demo.stories import stories
from config.demo.telling import tell
from config.demo.views import save_views
from organisation import roles
from organisation.models import Message, Organisation, User
from register import platforms
from register.models import Platform
from routines import sync

MAIL_WAITS = dt.timedelta(hours=12)
DISCOURAGED = {
    "tiktok": (
        Platform.Stance.PAUSED,
        100,
        "Inga nya konton medan vi utreder hur plattformen använder personuppgifter.",
    ),
    "x": (Platform.Stance.DISCOURAGED, 320, "Få göteborgare söker information här. Välj en annan kanal först."),
}  # stance, since how many days, reason


class Command(BaseCommand):
    help = "Fyller en tom databas med påhittade människor, förslag och kanaler. Kräver DEMO=1."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("Demodata skrivs bara när DEMO=1. Det får aldrig vara påslaget i drift.")
        if self._is_there():
            self.stdout.write("Demodata finns redan.")
            return
        roles.sync()
        platforms.sync()
        sync.sync()
        cast = assemble()
        tell([*(whole(cast, idea) for idea in CHANNELS), *stories(cast), *endings(cast), *found(cast), everyday(cast)])
        save_views(cast)
        self._discourage()
        self._send_old_mail()
        let_in(cast)
        self._say_who()

    def _is_there(self) -> bool:
        """Whether all of it is there. Raises CommandError for half of it, and for other people's data."""
        first = User.objects.filter(username=next(iter(ACCOUNTS.values()))).first()
        if first and first.has_usable_password():
            return True
        if first:
            raise CommandError(
                "Demodata skrevs bara delvis förra gången. Börja om med en tom databas: make demo RESET=1"
            )
        if User.objects.exists() or Organisation.objects.exists():
            raise CommandError("Databasen innehåller redan annat än demodata. Demodata skrivs bara i en tom databas.")
        return False

    def _discourage(self) -> None:
        for key, (stance, days, reason) in DISCOURAGED.items():
            since = timezone.localdate() - dt.timedelta(days=days)
            Platform.objects.filter(key=key).update(stance=stance, stance_since=since, stance_reason=reason)

    def _send_old_mail(self) -> None:
        """All but that of the last hours has gone; the rest waits for the worker that sends."""
        last = Message.objects.latest("created").created
        old = Message.objects.filter(created__lt=last - MAIL_WAITS)
        old.update(sent=F("created") + dt.timedelta(minutes=2), attempts=1)

    def _say_who(self) -> None:
        self.stdout.write(f"Demodata är på plats. Lösenordet är {PASSWORD} för alla konton:")
        for name, username in ACCOUNTS.items():
            person = User.objects.select_related("unit__organisation").get(username=username)
            where = f", {person.unit.organisation}" if person.unit else ""
            self.stdout.write(f"  {username:<18} {name}, {person.title}{where}")
