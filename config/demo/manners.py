"""What the stewards answer about how they work with their channels: the ten questions, and what comes back."""

from typing import Any

QUESTIONS: dict[str, dict[str, tuple[Any, ...]]] = {
    "content": {
        "content": (
            "Korta filmer och bilder från vardagen, tips och svar på vanliga frågor. Vi publicerar inget om enskilda "
            "personer utan skriftligt samtycke, och inga pressmeddelanden.",
            "Det som händer den här veckan, ett tips och en fråga till följarna. Politiska utspel, reklam och "
            "insamlingar hör inte hit.",
            "Guider, öppettider, driftstörningar och bakom kulisserna. Ärenden om enskilda tar vi i telefon.",
        )
    },
    "tone": {
        "tone": (
            "Vänligt, kort och utan fackord. Vi säger du. Den som är arg får ett lugnt svar som tar upp sakfrågan.",
            "Som en kunnig granne: hjälpsam, rak och aldrig ironisk. Kritik tackar vi för och svarar konkret på.",
            "Sakligt och varmt. Vi skämtar gärna om oss själva, aldrig om dem som frågar.",
        )
    },
    "frequency": {
        "number": ("2", "3", "1", "4"),
        "unit": ("week", "week", "month", "week"),
        "season": ("", "Mindre i juli. Mer vid terminsstart.", ""),
    },
    "publishers": {
        "publishers": (
            "Redaktören publicerar, enhetens samordnare är ersättare.",
            "Två i gruppen turas om, en vecka i taget. Förvaltningens kommunikatör är ersättare.",
        )
    },
    "monitoring": {
        "working_hours": (
            "Den som har veckan tittar klockan 8, 12 och 16 och svarar samma dag.",
            "Aviseringar är på. Redaktören tittar minst två gånger om dagen.",
        ),
        "leave": (
            "Ersättaren tar över enligt schemat. Mellan jul och nyår stänger vi kommentarerna.",
            "Vi byter inför varje semester och skriver upp vem som har vilken vecka.",
        ),
        "heated": (
            "Enhetschefen bestämmer att vi bevakar kvällar och helger. Då delar vi upp dygnet mellan oss tre.",
            "Vi ringer kommunikationschefen, som bestämmer. Jourhavande kommunikatör tar kvällarna.",
        ),
    },
    "questions": {
        "questions": (
            "Frågor besvaras i kanalen. Synpunkter läggs in i samma system som de som kommer med e-post.",
            "Vi svarar själva på det vi kan. Resten går till kontaktcenter, som återkopplar inom två dagar.",
        )
    },
    "crisis": {
        "crisis": (
            "Kommunikationschefen bestämmer. Planerade inlägg pausas, och vi hänvisar till stadens gemensamma sida.",
            "Enhetschefen ringer kommunikationschefen. Allt schemalagt stoppas tills de säger annat.",
        )
    },
    "measurement": {
        "measurement": (
            "Enligt målen. Siffran läggs in här samma vecka som den blir klar, och gruppen går igenom den.",
            "Vi mäter det som står i målen och läser kommentarerna från det senaste kvartalet.",
        )
    },
    "access": {
        "interval": ("6", "3", "6", "6"),
        "kept": ("manager", "roles", "manager"),
        "two_step": ("yes", "yes", "yes", "no"),
        "handover": (
            "Samma dag som någon slutar tas åtkomsten bort och lösenordet byts. Chefen kontrollerar.",
            "Checklistan för avslut i personalsystemet tar upp kontot. Ersättaren byter lösenord dagen efter.",
        ),
    },
    "records": {
        "how": (
            "En gång i halvåret sparas en bild av kanalen. Inlägg som hör till ett ärende diarieförs samma dag.",
            "Vi laddar ner innehållet varje halvår och före större ändringar. Kommentarer som tas bort sparas först.",
        ),
        "where": ("Dokumentlagret, mappen Kanaler", "E-arkivet", "Förvaltningens mellanarkiv"),
        "plan": ("Punkt 4.3", "", "Avsnitt Kommunikation, 2.6"),
    },
}
LAWS = ("yes", "yes", "yes", "yes", "yes", "plan")

RECURRING: dict[str, dict[str, tuple[str, ...]]] = {
    "access-check": {
        "done": ("both", "changed", "reviewed"),
        "two_step": ("yes", "yes", "no"),
        "number": ("2", "3", "4", "2"),
    },
    "archive": {
        "where": ("Dokumentlagret", "E-arkivet", "Mellanarkivet, samling 12"),
        "note": ("", "", "Kommentarerna från kampanjveckan finns som egen fil."),
    },
    "review": {
        "needed": ("yes", "yes", "yes", "change"),
        "purpose": ("yes", "yes", "yes", "change"),
        "goals": (
            "Vi når fler än förra året, men inte riktigt dem vi hade tänkt. Nästa år mäter vi i två grupper.",
            "Målet är inom räckhåll. Det vi lärt oss är att korta filmer gör mer nytta än många inlägg.",
            "Siffrorna står stilla. Frågorna vi får visar ändå att kanalen behövs.",
        ),
        "resources": ("yes", "yes", "change"),
        "routines": ("yes",),
        "description": ("yes", "yes", "change"),
    },
}
NEXT_STEPS = (
    "Vi provar att lägga ut på kvällen och frågar tio besökare vad de saknar.",
    "Kollegorna på mottagningen berättar om kanalen, och vi följer upp om en månad.",
    "Vi halverar antalet inlägg och lägger tiden på dem som ger frågor.",
)
COMMENTS = ("", "", "Sommaren drar ner siffran.", "Ny mätmetod sedan förra gången.", "")
CLOSING: dict[str, str] = {
    "reason": "Följarna har blivit färre, och det mesta besvaras numera på webbplatsen.",
    "referral": "Göteborgs biblioteks webbplats",
    "archived": "unique",
    "place": "E-arkivet",
    "case": "KN 0417/26",
    "disposal": "Dokumenthanteringsplanen, punkt 4.3",
    "account": "removed",
}
FUNCTIONS = ("Redaktionen", "Verksamhetens kommunikatör", "Kundtjänst", "Mottagningen")
HOURS = ("Vardagar 8–16", "Vardagar 9–17", "Måndag till torsdag 9–15")
