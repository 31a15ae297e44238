"""The guide from idea to registration: seven steps, each with its facts here and its text in templates/guide/."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from organisation.journey import JOURNEY, JourneyStep
from register.models import PlatformLimit


@dataclass(frozen=True)
class GuideStep:
    """One step of the journey, in short: what is done, by whom, with what, and what comes of it."""

    step: JourneyStep
    what: str
    who: str
    needs: str
    leads_to: str

    @property
    def template(self) -> str:
        return f"guide/{self.step.slug}.html"


_FACTS: tuple[tuple[str, str, str, str], ...] = (
    (
        "Ta reda på varför ni behöver kanalen, vilka den är till för och vad den kräver av er.",
        "Du som vill starta kanalen, gärna tillsammans med en kommunikatör.",
        "Verksamhetens mål, det ni vet om målgruppen och en stund i kanalregistret.",
        "Ett förslag med fem delar, klart att skicka.",
    ),
    (
        "Prata med din chef och med kommunikationschefen eller motsvarande, först om idén och sedan om förslaget.",
        "Du, chefen som ansvarar för verksamheten och kommunikationschefen eller motsvarande.",
        "En idé som går att berätta på fem minuter, och längre fram ett färdigt förslag.",
        "Ett svar på avstämningen, med eller utan synpunkter.",
    ),
    (
        "Chefen läser underlaget och tar på sig ansvaret för kanalen, eller säger nej.",
        "Chefen som ansvarar för verksamheten. Den som har skrivit förslaget kan inte besluta om det.",
        "Ett förslag där alla delar är klara.",
        "Ett beslut: godkänt, tillbaka för komplettering eller avslag.",
    ),
    (
        "Bestäm hur ni ska arbeta med kanalen, så att det fungerar även när någon är sjuk eller slutar.",
        "De som ska sköta kanalen, tillsammans med chefen.",
        "Ett godkänt förslag och svar på tio frågor.",
        "Tio rutiner på kanalens sida, som alla som arbetar med kanalen känner till.",
    ),
    (
        "Välj ett namn som talar om vad ni erbjuder, för den som aldrig har hört talas om er.",
        "De som ska sköta kanalen, gärna med någon utanför verksamheten som provläser.",
        "Orden som målgruppen själv använder, och plattformens regler för användarnamn.",
        "Ett namn och ett användarnamn.",
    ),
    (
        "Se till att kanalen står i registret, med uppgifter som stämmer.",
        "Registret för in kanalen när förslaget är godkänt. Kanalens ansvariga håller uppgifterna aktuella.",
        "Beslut och avstämning, också för ett konto som redan finns.",
        "En kanal i registret som andra kan hitta.",
    ),
    (
        "Skriv vem som står bakom kanalen, varför den finns och vilka regler som gäller.",
        "De som ska sköta kanalen.",
        "Syftet, fem punkter som ska framgå och plattformens gräns för hur lång texten får vara.",
        "En kanal som är redo att starta.",
    ),
)
STEPS: tuple[GuideStep, ...] = tuple(GuideStep(step, *facts) for step, facts in zip(JOURNEY, _FACTS, strict=True))


@login_not_required
def index(request: HttpRequest) -> HttpResponse:
    """All seven steps in short, on one page that can be printed."""
    return render(request, "guide/index.html", {"steps": STEPS})


@login_not_required
def step(request: HttpRequest, slug: str) -> HttpResponse:
    """One step. An unknown one answers 404 and lists the seven."""
    place = next((place for place, each in enumerate(STEPS) if each.step.slug == slug), None)
    if place is None:
        return render(request, "guide/unknown.html", {"steps": STEPS}, status=404)
    context = {
        "steps": STEPS,
        "guide_step": STEPS[place],
        "previous": STEPS[place - 1] if place else None,
        "next": STEPS[place + 1] if place + 1 < len(STEPS) else None,
        "limits": PlatformLimit.objects.select_related("platform"),
    }
    return render(request, STEPS[place].template, context)
