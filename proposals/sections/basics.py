"""Grunduppgifter: what is proposed, and whose it will be."""

from register.models import ChannelKind

from .question import Kind, Question, Section

BASICS = Section(
    key="basics",
    slug="grunduppgifter",
    title="Grunduppgifter",
    lead="Berätta vad förslaget gäller och vilken verksamhet som ska äga kanalen.",
    questions=(
        Question(
            "title",
            "Vad heter förslaget?",
            Kind.LINE,
            hint="Ett arbetsnamn som ni känner igen",
            missing="Skriv ett arbetsnamn för förslaget",
            limit=100,
        ),
        Question(
            "channel_kind",
            "Vilken sorts kanal gäller det?",
            Kind.CHOICE,
            hint="Välj det som ligger närmast",
            missing="Välj vilken sorts kanal det gäller",
            choices=tuple((str(value), str(label)) for value, label in ChannelKind.choices),
        ),
        Question(
            "platform",
            "Plattform",
            Kind.SELECT,
            hint="Ett förslag per plattform",
            missing="Välj plattform",
            when=("channel_kind", ("social", "other")),
            width="medium",
        ),
        Question(
            "other_platform",
            "Vilken plattform?",
            Kind.LINE,
            missing="Skriv vilken plattform det gäller",
            limit=60,
            when=("platform", ("other",)),
            width="medium",
        ),
        Question(
            "organisation",
            "Förvaltning eller bolag",
            Kind.SELECT,
            hint="Hämtat från din inloggning, ändra om det är fel",
            missing="Välj förvaltning eller bolag",
        ),
        Question(
            "unit",
            "Verksamhet",
            Kind.SELECT,
            hint="Den del av organisationen som ska äga kanalen",
            missing="Välj vilken verksamhet som ska äga kanalen",
        ),
        Question(
            "communicator",
            "Kommunikatör som stöttar (valfritt)",
            Kind.PERSON,
            hint="Någon som kan hjälpa till med målgrupp och kanalval",
        ),
        Question(
            "wished_start",
            "Önskat startdatum (valfritt)",
            Kind.DATE,
            hint="Lämna tomt om ni inte vet",
            width="medium",
        ),
    ),
)
