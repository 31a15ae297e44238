"""Resurser och beredskap: who does the work, what they know, and who answers."""

from register.models import Channel

from .question import Kind, Question, Section

HAS_COMMENTS = ("open", "limited")

RESOURCES = Section(
    key="resources",
    slug="resurser",
    title="Resurser och beredskap",
    lead="En kanal behöver tid, kunskap och någon som håller uppsikt, också när ni är lediga.",
    questions=(
        Question(
            "staff",
            "Vilka ska arbeta med kanalen?",
            Kind.STAFF,
            hint="Minst två, så att någon kan ta över vid frånvaro",
            missing="Lägg till minst en funktion",
        ),
        Question(
            "single_reason",
            "Varför räcker det med en person?",
            hint="Fyll i om bara en ska arbeta med kanalen",
            limit=300,
            quiet=True,
        ),
        Question(
            "resources_last",
            "Hur länge räcker resurserna?",
            Kind.CHOICE,
            missing="Välj hur länge resurserna räcker",
            choices=(("ongoing", "Tills vidare"), ("until", "Till ett visst datum")),
        ),
        Question(
            "resources_until",
            "Till vilket datum?",
            Kind.DATE,
            hint="Till exempel 2027-12-31",
            missing="Ange till vilket datum resurserna räcker",
            when=("resources_last", ("until",)),
            width="medium",
        ),
        Question(
            "knowledge",
            "Vilken kunskap finns?",
            Kind.MATRIX,
            hint="Ange läget för varje område",
            missing="Välj läget för skriva och bild",
            choices=(("have", "Finns"), ("training", "Behöver utbildning"), ("lacking", "Saknas")),
            areas=(
                ("writing", "Skriva och bild"),
                ("comments", "Bemöta kommentarer"),
                ("accessibility", "Tillgänglighet"),
                ("privacy", "Dataskydd"),
                ("copyright", "Upphovsrätt"),
                ("records", "Allmänna handlingar"),
            ),
        ),
        Question(
            "training_plan",
            "Plan för utbildning",
            hint="När och hur, om någon kunskap inte redan finns",
            limit=400,
            quiet=True,
        ),
        Question(
            "comments",
            "Är kommentarer öppna?",
            Kind.CHOICE,
            hint="Öppna kommentarer ska bevakas under arbetstid",
            missing="Välj om kommentarer ska vara öppna",
            choices=tuple((str(value), str(label)) for value, label in Channel.Comments.choices),
        ),
        Question(
            "monitoring",
            "Hur bevakar ni under arbetstid?",
            hint="Vem tittar, och hur ofta",
            missing="Skriv vem som bevakar och hur ofta",
            limit=500,
            when=("comments", HAS_COMMENTS),
        ),
        Question(
            "response_time",
            "Hur snabbt svarar ni på frågor?",
            Kind.NUMBER,
            hint="Ett helt tal, högst 10 arbetsdagar",
            missing="Ange svarstid, till exempel 2 arbetsdagar",
            when=("comments", HAS_COMMENTS),
            width="short",
        ),
        Question(
            "response_unit",
            "Svarstiden räknas i",
            Kind.CHOICE,
            missing="Välj om svarstiden räknas i timmar eller arbetsdagar",
            choices=(("hours", "Timmar"), ("days", "Arbetsdagar")),
            when=("comments", HAS_COMMENTS),
        ),
        Question(
            "stand_in",
            "Vem tar över vid ledighet och sjukdom?",
            Kind.LINE,
            hint="En person eller en funktion",
            missing="Ange vem som tar över",
            limit=120,
        ),
        Question(
            "yearly_cost",
            "Kostnad per år i kronor (valfritt)",
            Kind.NUMBER,
            hint="Annonser, verktyg och produktion",
            width="medium",
        ),
    ),
)
