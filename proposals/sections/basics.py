"""Grunduppgifter: what is proposed, and whose it will be."""

from proposals.kinds import CHANGE, EXISTING, NEW
from register.models import ChannelKind

from .question import DECIDED_ON, Kind, Question, Section

BASICS = Section(
    key="basics",
    slug="grunduppgifter",
    title="Grunduppgifter",
    lead="Berätta vad förslaget gäller och vilken verksamhet som ska äga kanalen.",
    leads={
        EXISTING: "Berätta vilket konto det gäller, vilken verksamhet som äger det och vem som ansvarar för det.",
        CHANGE: "Ändra det som ska bli annorlunda, och låt resten stå kvar.",
    },
    questions=(
        Question(
            "title",
            "Vad heter förslaget?",
            Kind.LINE,
            hint="Ett arbetsnamn som ni känner igen",
            missing="Skriv ett arbetsnamn för förslaget",
            limit=100,
            kinds=(NEW,),
        ),
        Question(
            "title",
            "Kanalens namn",
            Kind.LINE,
            hint="Så som det syns för användarna",
            missing="Skriv kanalens namn",
            limit=100,
            kinds=(EXISTING,),
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
            "account_address",
            "Kontots adress",
            Kind.LINE,
            hint="Till exempel instagram.com/namn",
            missing="Ange adressen till kontot, till exempel instagram.com/namn",
            limit=500,
            kinds=(EXISTING,),
        ),
        Question(
            "account_started",
            "När startades kontot? (valfritt)",
            Kind.DATE,
            hint="Lämna tomt om ni inte vet, då står den dag då kontot förs in i registret",
            width="medium",
            kinds=(EXISTING,),
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
            "steward",
            "Vem ansvarar för kontot?",
            Kind.PERSON,
            hint="Namn eller e-postadress",
            missing="Ange vem som ansvarar för kontot",
            kinds=(EXISTING,),
        ),
        Question(
            "communicator",
            "Kommunikatör som stöttar (valfritt)",
            Kind.PERSON,
            hint="Någon som kan hjälpa till med målgrupp och kanalval",
            kinds=DECIDED_ON,
        ),
        Question(
            "wished_start",
            "Önskat startdatum (valfritt)",
            Kind.DATE,
            hint="Lämna tomt om ni inte vet",
            width="medium",
            kinds=(NEW,),
        ),
    ),
)
