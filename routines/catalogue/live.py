"""What comes back while a channel lives: access each quarter, the archive each half-year, goals, the yearly review."""

from .entry import Entry, Item

STILL = (("yes", "Stämmer fortfarande"), ("change", "Behöver ändras"))

RECURRING: tuple[Entry, ...] = (
    Entry(
        "access-check", "Bekräfta åtkomst", "recurring",
        "Gå igenom vilka som har åtkomst till kontot, och byt lösenord. Skriv aldrig lösenordet här.",
        (Item("done", "Vad har ni gjort?", "choice", missing="Välj vad ni har gjort",
              choices=(("changed", "Bytt lösenord"), ("reviewed", "Gått igenom vilka som har åtkomst"),
                       ("both", "Båda delarna"))),
         Item("date", "När gjordes det?", "date", missing="Ange datum, till exempel 2026-12-31"),
         Item("two_step", "Är inloggning i två steg på?", "choice", missing="Välj om inloggning i två steg är på",
              choices=(("yes", "Ja"), ("off", "Nej, inte än"), ("no", "Nej, plattformen saknar det"))),
         Item("number", "Hur många har åtkomst?", "number", missing="Ange hur många som har åtkomst, med ett tal")),
        months=3,
        months_answer="access/interval",
        flag="access_unconfirmed",
    ),
    Entry(
        "archive", "Arkivera", "recurring",
        "Spara en bild av kanalen för arkivet. Gör det också före större ändringar.",
        (Item("date", "När gjordes det?", "date", missing="Ange datum, till exempel 2026-12-31"),
         Item("where", "Var är den sparad?", "line", missing="Skriv var den är sparad", limit=120),
         Item("note", "Något att veta om det som sparades? (valfritt)", limit=500)),
        months=6,
        flag="archiving_remains",
    ),
    Entry(
        "review", "Årlig översyn", "recurring",
        "Se över om kanalen behövs, om den når sina mål och om uppgifterna i registret stämmer.",
        (Item("needed", "Behövs kanalen?", "choice", missing="Välj om kanalen behövs",
              choices=(("yes", "Ja"), ("change", "Ja, med ändringar"), ("no", "Nej"))),
         Item("purpose", "Syfte och målgrupp", "choice", missing="Svara om syfte och målgrupp stämmer", choices=STILL),
         Item("goals", "Målens resultat", hint="Vad har ni nått, och vad har ni lärt er",
              missing="Beskriv målens resultat"),
         Item("resources", "Resurser", "choice", missing="Svara om resurserna stämmer", choices=STILL),
         Item("routines", "Rutiner", "choice", missing="Svara om rutinerna stämmer", choices=STILL),
         Item("description", "Namn och kanalbeskrivning", "choice",
              missing="Svara om namn och kanalbeskrivning stämmer", choices=STILL)),
        months=12,
        signature="manager",
        flag="review_overdue",
    ),
    Entry(
        "goal", "Följ upp målet", "goal",
        "Mät, och dra en slutsats. Ligger ni efter behöver ni bestämma vad ni gör härnäst.",
        (),
        flag="goal_not_followed",
    ),
)  # fmt: skip
