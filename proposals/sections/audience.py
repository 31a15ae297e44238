"""Målgrupp: who shall be reached, what is known of them, and whether this is the right way."""

from proposals.kinds import EXISTING
from register.languages import LANGUAGES

from .question import DECIDED_ON, Kind, Question, Section

AUDIENCE = Section(
    key="audience",
    slug="malgrupp",
    title="Målgrupp",
    lead="Gör en målgruppsanalys. Är kanalen rätt väg, eller finns det bättre sätt?",
    leads={EXISTING: "Vilka vänder ni er till, och på vilka språk?"},
    questions=(
        Question(
            "audience",
            "Vilka vill ni nå?",
            hint="Så avgränsat ni kan, till exempel föräldrar till barn i årskurs 1",
            missing="Beskriv vilka ni vill nå",
            limit=300,
        ),
        Question(
            "audience_analysis",
            "Vad vet ni om målgruppen?",
            hint="Behov, vanor och vilka kanaler de använder",
            missing="Beskriv vad ni vet om målgruppen, minst 50 tecken",
            limit=1500,
            least=50,
            too_short="Beskriv vad ni vet om målgruppen, minst 50 tecken",
            kinds=DECIDED_ON,
        ),
        Question(
            "audience_sources",
            "Vad bygger ni det på?",
            Kind.CHOICES,
            hint="Välj allt som stämmer",
            missing="Välj minst en källa",
            choices=(
                ("statistics", "Statistik"),
                ("survey", "Enkät"),
                ("interviews", "Intervjuer"),
                ("dialogue", "Dialog med brukare"),
                ("experience", "Erfarenhet i verksamheten"),
                ("other", "Annat"),
            ),
            kinds=DECIDED_ON,
        ),
        Question(
            "why_channel",
            "Varför är just den här kanalen rätt?",
            missing="Skriv varför kanalen passar målgruppen",
            limit=800,
            kinds=DECIDED_ON,
        ),
        Question(
            "other_ways",
            "Vilka andra sätt finns att nå dem?",
            hint="Webb, möten, affischer, e-post, andras kanaler",
            missing="Skriv vilka andra sätt ni har övervägt",
            limit=800,
            kinds=DECIDED_ON,
        ),
        Question(
            "not_reached",
            "Vilka i målgruppen nås inte här?",
            hint="Till exempel de som saknar konto eller inte kan använda plattformen",
            missing="Skriv vilka ni inte når, och hur de får informationen",
            limit=500,
            kinds=DECIDED_ON,
        ),
        Question(
            "languages",
            "Språk",
            Kind.CHOICES,
            missing="Välj minst ett språk",
            choices=LANGUAGES,
        ),
        Question(
            "other_language",
            "Vilket annat språk?",
            Kind.LINE,
            missing="Skriv vilket annat språk det gäller",
            limit=60,
            when=("languages", ("other",)),
            width="medium",
        ),
    ),
)
