"""When somebody leaves, and when a channel ends."""

from .entry import Entry, Item

HANDOVER = Entry(
    "handover", "Lämna över ansvaret", "handover",
    "Fem steg, så att ingen kanal blir utan ansvarig. Den nya ansvariga tar emot till sist.",
    (Item("access", "Åtkomsten för den som slutar är borttagen", "confirm",
          missing="Bekräfta att åtkomsten är borttagen"),
     Item("passwords", "Lösenord är bytta", "confirm", missing="Bekräfta att lösenord är bytta"),
     Item("routines", "Rutinerna är genomgångna tillsammans", "confirm",
          missing="Bekräfta att ni har gått igenom rutinerna"),
     Item("open", "Öppna frågor och ärenden är överlämnade", "confirm",
          missing="Bekräfta att öppna frågor är överlämnade"),
     Item("contact", "Kontaktuppgifter på kontot är ändrade", "confirm",
          missing="Bekräfta att kontaktuppgifterna är ändrade")),
    signature="successor",
)  # fmt: skip

CLOSING = Entry(
    "closing", "Avveckla kanalen", "closing",
    "Berätta i god tid för dem som följer kanalen, och arkivera innan kontot tas bort.",
    (Item("reason", "Varför avvecklas kanalen?", missing="Skriv varför kanalen avvecklas"),
     Item("decided", "När beslutades det?", "date", missing="Ange datum för beslutet, till exempel 2026-12-31"),
     Item("referral", "Vart hänvisas de som följer kanalen?", "line",
          hint="Namnet eller adressen till det som ersätter kanalen, eller skriv att inget gör det",
          missing="Skriv vart ni hänvisar", limit=200),
     Item("archived", "Hur mycket är arkiverat?", "choice", missing="Arkivera kanalen innan du tar bort kontot",
          choices=(("overview", "En översiktsbild"), ("unique", "Det som är unikt för kanalen"),
                   ("all", "Allt innehåll"))),
     Item("place", "Var är det arkiverat?", "line", hint="System eller plats",
          missing="Arkivera kanalen innan du tar bort kontot", limit=200),
     Item("case", "Vilket ärendenummer har avvecklingen?", "line", hint="Skriv ”inget” om den inte är diarieförd",
          missing="Skriv ärendenumret, eller ”inget”", limit=100),
     Item("disposal", "Enligt vilket beslut gallras det som inte bevaras?", "line",
          hint="Gallringsbeslut eller plats i dokumenthanteringsplanen; skriv ”inget gallras” om allt bevaras",
          missing="Skriv enligt vilket beslut ni gallrar, eller ”inget gallras”", limit=200),
     Item("account", "Vad har hänt med kontot?", "choice", missing="Välj vad som har hänt med kontot", after="place",
          choices=(("removed", "Borttaget"), ("hidden", "Dolt"), ("locked", "Kvar men låst")))),
)  # fmt: skip
