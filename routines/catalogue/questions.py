"""The ten questions to answer before a channel starts. Each is a routine of its own on the channel's task list."""

from .entry import Entry, Item

LEAST = 30

QUESTIONS: tuple[Entry, ...] = (
    Entry(
        "content", "Vilket innehåll publicerar ni?", "question",
        "Bestäm vilka ämnen kanalen handlar om och i vilken form. Lika viktigt är vad som inte hör hemma där.",
        (Item("content", "Vilket innehåll publicerar ni?", hint="Ämnen och format, och vad ni inte publicerar",
              missing="Beskriv vilket innehåll ni publicerar", least=LEAST),),
    ),
    Entry(
        "tone", "Hur låter ni?", "question",
        "Kom överens om hur ni talar med dem som följer kanalen, också när någon är arg eller kritisk.",
        (Item("tone", "Hur låter ni?", hint="Tonläge, tilltal och hur ni svarar den som är kritisk",
              missing="Beskriv ert tonläge", least=LEAST),),
    ),
    Entry(
        "frequency", "Hur ofta publicerar ni?", "question",
        "Välj en takt ni klarar även under en vecka då mycket annat händer.",
        (Item("number", "Hur många gånger?", "number", hint="Antal per vecka eller månad",
              missing="Ange hur ofta, till exempel 3 per vecka"),
         Item("unit", "Under vilken tid?", "choice", missing="Välj om antalet gäller per vecka eller månad",
              choices=(("week", "Per vecka"), ("month", "Per månad"))),
         Item("season", "Finns det perioder då ni publicerar mer eller mindre? (valfritt)", hint="Till exempel lov",
              limit=400)),
    ),
    Entry(
        "publishers", "Vilka publicerar?", "question",
        "Ange funktioner hellre än namn: registret är en allmän handling, och människor byter arbete.",
        (Item("publishers", "Vilka publicerar?", hint="Minst en funktion och en ersättare",
              missing="Ange vem eller vilka som publicerar", limit=500),),
    ),
    Entry(
        "monitoring", "Hur håller ni uppsikt?", "question",
        "Ett konto med öppna kommentarer bevakas under arbetstid. Vid ledighet behövs en plan, och när en fråga blir "
        "mycket omdiskuterad behöver ni titta oftare, också på kvällar och helger.",
        (Item("working_hours", "Under arbetstid", hint="Vem tittar, och hur ofta",
              missing="Beskriv uppsikten under arbetstid", limit=500),
         Item("leave", "Vid ledighet", hint="Semester, helgdagar och sjukdom",
              missing="Beskriv uppsikten vid ledighet", limit=500),
         Item("heated", "När en fråga blir het",
              hint="Vem bestämmer att ni bevakar kvällar och helger då, och vem gör det",
              missing="Beskriv uppsikten när en fråga blir mycket omdiskuterad", limit=500)),
    ),
    Entry(
        "questions", "Hur tar ni hand om frågor, synpunkter och kritik?", "question",
        "Det som kommer in via kanalen tas om hand på samma sätt som i era andra kanaler.",
        (Item("questions", "Hur tar ni hand om frågor, synpunkter och kritik?",
              hint="Samma hantering som i era övriga kanaler",
              missing="Beskriv vart frågor och synpunkter går", least=LEAST),),
    ),
    Entry(
        "crisis", "Hur gör ni i en kris?", "question",
        "I en kris ska ingen behöva leta efter vem som bestämmer. Bestäm det nu.",
        (Item("crisis", "Hur gör ni i en kris?", hint="Vem bestämmer, vem publicerar, vad pausas",
              missing="Beskriv vad ni gör i en kris", least=LEAST),),
    ),
    Entry(
        "measurement", "Hur mäter ni effekten?", "question",
        "Utgå från målen i förslaget. Mät det som visar om ni når dem.",
        (Item("measurement", "Hur mäter ni effekten?", hint="Hämtat från målen, komplettera om det behövs",
              missing="Beskriv hur ni mäter effekten", limit=4000),),
    ),
    Entry(
        "access", "Vem ansvarar för lösenord och åtkomst?", "question",
        "Skriv aldrig lösenord i registret. Skriv vem som ansvarar och var inloggningen förvaras.",
        (Item("custodian", "Lösenordsansvarig", "person",
              hint="Ser till att lösenord byts och att rätt personer har åtkomst",
              missing="Välj lösenordsansvarig"),
         Item("deputy", "Ersättare", "person", hint="En annan person", missing="Välj ersättare för lösenordsansvarig"),
         Item("interval", "Hur ofta går ni igenom åtkomsten?", "choice",
              missing="Välj hur ofta ni går igenom åtkomsten",
              choices=(("1", "Varje månad"), ("3", "Varje kvartal"), ("6", "Varje halvår"))),
         Item("kept", "Var förvaras inloggningen?", "choice", missing="Välj var inloggningen förvaras",
              choices=(("manager", "I en lösenordshanterare"), ("roles", "Personliga roller på plattformen"),
                       ("other", "På annat sätt"))),
         Item("two_step", "Är inloggning i två steg på?", "choice", missing="Välj om inloggning i två steg är på",
              choices=(("yes", "Ja"), ("off", "Nej, inte än"), ("no", "Nej, plattformen saknar det"))),
         Item("handover", "Hur lämnar ni över när någon slutar?", hint="Vem tar bort åtkomsten, och när",
              missing="Skriv hur ni lämnar över när någon slutar", limit=500)),
    ),
    Entry(
        "records", "Hur arkiverar ni allmänna handlingar?", "question",
        "Det ni publicerar och det som kommer in via kanalen är allmänna handlingar.",
        (Item("how", "Hur och hur ofta arkiverar ni?", hint="Det ni upprättar och det som kommer in via kanalen",
              missing="Beskriv hur och hur ofta ni arkiverar", least=LEAST),
         Item("where", "Var sparas det?", "line", hint="System eller plats", missing="Skriv var det sparas", limit=120),
         Item("plan", "Var i dokumenthanteringsplanen står det? (valfritt)", "line", limit=120)),
    ),
)  # fmt: skip
