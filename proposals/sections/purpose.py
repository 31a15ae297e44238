"""Syfte och mål: why the channel is needed, and what it shall lead to."""

from proposals.kinds import EXISTING

from .question import DECIDED_ON, Kind, Question, Section

PURPOSE = Section(
    key="purpose",
    slug="syfte-och-mal",
    title="Syfte och mål",
    lead="Beskriv hur kanalen hjälper er verksamhet att nå sina mål.",
    leads={EXISTING: "Beskriv varför kontot finns och vad det ska leda till."},
    questions=(
        Question(
            "purpose",
            "Varför behöver ni kanalen?",
            hint="Beskriv vad som ska bli bättre för dem ni är till för",
            missing="Beskriv varför ni behöver kanalen",
            limit=1000,
            least=30,
            too_short="Beskriv syftet lite utförligare, minst 30 tecken",
        ),
        Question(
            "business_objective",
            "Vilket mål för verksamheten bidrar kanalen till?",
            hint="Målet kan finnas i verksamhetsplan eller budget",
            missing="Skriv vilket verksamhetsmål kanalen bidrar till",
            limit=500,
            kinds=DECIDED_ON,
        ),
        Question(
            "in_plan",
            "Ingår kanalen i er kommunikationsplan?",
            Kind.CHOICE,
            missing="Välj om kanalen ingår i kommunikationsplanen",
            choices=(("yes", "Ja"), ("later", "Nej, men den förs in"), ("none", "Vi har ingen plan")),
            kinds=DECIDED_ON,
        ),
        Question(
            "in_plan_when",
            "När förs den in?",
            Kind.LINE,
            hint="Månad och år räcker",
            missing="Ange när kanalen förs in i planen",
            limit=60,
            when=("in_plan", ("later",)),
            width="medium",
            kinds=DECIDED_ON,
        ),
    ),
)
