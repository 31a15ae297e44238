"""Omvärldsanalys: what exists already. The similar channels are rows of their own (proposals.similar)."""

from .question import DECIDED_ON, Kind, Question, Section

SCAN = Section(
    key="scan",
    slug="omvarldsanalys",
    title="Omvärldsanalys",
    lead="Kan ni använda en kanal som redan finns, eller samarbeta med någon?",
    kinds=DECIDED_ON,
    questions=(
        Question(
            "shared_channels",
            "Kan stadens gemensamma kanaler användas?",
            Kind.CHOICE,
            hint="Stadens gemensamma sida i sociala medier kan ta emot inslag från fler verksamheter",
            missing="Välj om stadens gemensamma kanaler kan användas",
            choices=(("yes", "Ja, helt"), ("partly", "Delvis"), ("no", "Nej")),
        ),
        Question(
            "shared_channels_why",
            "Varför kan de användas, eller inte?",
            hint="En eller två meningar om stadens gemensamma kanaler",
            missing="Skriv varför de gemensamma kanalerna räcker eller inte räcker",
            limit=400,
        ),
        Question(
            "cooperation",
            "Finns liknande verksamheter att samarbeta med?",
            hint="I staden eller i andra kommuner",
            missing="Skriv vilka ni kan samarbeta med, eller att ni inte hittat några",
            limit=600,
        ),
        Question(
            "coordination",
            "Vilka kanaler behöver ni samordna er med?",
            hint="En kanal per rad: namn, nummer i registret eller en kanal utanför registret",
            limit=1000,
            quiet=True,
        ),
        Question("no_coordination", "Ingen samordning behövs", Kind.CHECK),
    ),
)
