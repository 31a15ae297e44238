"""What happened to the proposals that are not channels yet: every state, and something to do for each account."""

from proposals import drafting, services

from . import answering, elsewhere, library
from .cast import Cast
from .course import Course, whole
from .record import Idea
from .telling import Story, past


def stories(cast: Cast) -> list[Story]:
    """All of them. The days count down to today; the later ones are told last."""
    return [
        _only_a_name(cast),
        _half_written(cast, library.WRITING),
        _ready(cast, library.BOOK_BUS),
        _returned(cast, library.STUDY_PLACES),
        _waiting(cast, library.BOOK_CIRCLES, 3),
        whole(cast, library.HOMEWORK),
        _rejected(cast, library.TIKTOK, NO_TIKTOK),
        _withdrawn(cast, library.BOARD_GAMES),
        _shared(cast, library.LANGUAGE_CAFE),
        _consulted(cast, library.GENEALOGY),
        _consulted(
            cast, library.PRACTICE, PLAY_TOGETHER, "Kulturskolan på scen, så att eleverna bara behöver en kanal"
        ),
        _sent_again(cast, library.DANCE),
        _waiting(cast, library.RHYMES, 13),
        _decided(cast, library.TWEENS),
        _waiting(cast, elsewhere.TRY_SPORTS, 5),
        _decided(cast, elsewhere.TRAILS),
        _waiting(cast, elsewhere.ALLOTMENTS, 9),
        _returned(cast, elsewhere.PRESCHOOL_MEALS),
        _rejected(cast, elsewhere.MODEL_CITY, NO_MODEL),
        _decided(cast, elsewhere.NIGHT_SHIFT),
        _recalled(cast, elsewhere.LANDLORDS),
        _consulted(cast, elsewhere.ENERGY_TIPS),
        _withdrawn(cast, elsewhere.BUILDING_STARTS),
    ]


NO_TIKTOK = (
    "Två timmar i veckan räcker inte för film, och ungdomarna i referensgruppen ville hellre ha boktipsen på "
    "Instagram, där vi redan finns. Ta med idén till redaktionen för Göteborgs bibliotek."
)
NO_MODEL = (
    "Kostnaden för att hålla modellen aktuell är inte finansierad. Återkom när stadens gemensamma karta kan visa "
    "byggnader i tre dimensioner."
)
PLAY_TOGETHER = (
    "Bra idé och tydlig målgrupp. Kulturskolan har redan en kanal för föreställningar. Pröva först om "
    "övningsfilmerna kan bli en spellista där, och skriv i så fall hur ni delar på arbetet."
)


def _only_a_name(cast: Cast) -> Story:
    idea = Idea("Sara Ek", "podcast", "Podd om barnböcker", 2, "", "", "", library.WRITING.aim, ())
    course = Course(cast, idea)
    yield past(idea.days, 15)
    course.open()
    course.save("basics", {"title": idea.name, "channel_kind": "other"})


def _half_written(cast: Cast, idea: Idea) -> Story:
    course = Course(cast, idea)
    yield from course.begin()
    yield past(3, 10)
    course.state_purpose()
    course.save("audience", {"audience": idea.audience, "languages": ["sv"]})


def _ready(cast: Cast, idea: Idea) -> Story:
    course = Course(cast, idea)
    yield from course.write()
    yield past(1, 16)
    course.scan()


def _sent(course: Course, days: float) -> Story:
    """Written, and sent so many days ago."""
    yield from course.write()
    yield past(days, 11)
    course.submit()


def _waiting(cast: Cast, idea: Idea, days: float) -> Story:
    yield from _sent(Course(cast, idea), days)


def _returned(cast: Cast, idea: Idea) -> Story:
    course = Course(cast, idea)
    yield from _sent(course, idea.days - 10)
    yield past(idea.days - 14, 14)
    course.send_back(
        {
            "audience": "Ni skriver att alla vet detta redan. Vad säger eleverna själva? Fråga gärna några av dem.",
            "resources": "Vem lägger ut läget när biblioteken öppnar klockan åtta? Två timmar i veckan verkar lite.",
        }
        if course.author.name == "Sara Ek"
        else {
            "purpose": "Målet är bra, men visa hur kanalen hör ihop med rekryteringsplanen.",
            "scan": "Jobba i förskolan i Göteborg har samma målgrupp. Beskriv varför det inte räcker.",
        },
        by=course.manager if course.author.name == "Sara Ek" else course.chief,
        reason="Bra tanke. Två saker behöver bli tydligare innan jag kan ta ställning.",
    )


def _consulted(cast: Cast, idea: Idea, remarks: str = "", coordinate: str = "") -> Story:
    """Answered by the chief. With remarks, the manager has begun to write her decision."""
    course = Course(cast, idea)
    yield from _sent(course, idea.days - 12)
    yield past(idea.days - 15, 9)
    course.consult(remarks, coordinate)
    if remarks:
        yield past(2, 13)
        typed = {"choice": "return", "comment_scan": "Hur gör ni med Kulturskolan på scen?", "reason": ""}
        services.save_review(course.fresh(), by=course.manager, revision=course.proposal.revision, typed=typed)


def _decided(cast: Cast, idea: Idea) -> Story:
    course = Course(cast, idea)
    yield from _sent(course, idea.days - 10)
    yield past(idea.days - 13, 10)
    course.decide("Godkänns till och med nästa sommar. Därefter bedömer vi om målen nås.")


def _sent_again(cast: Cast, idea: Idea) -> Story:
    """Read by the manager, returned, changed and sent once more."""
    course = Course(cast, idea)
    yield from _sent(course, 33)
    yield past(29, 10)
    services.save_review(course.fresh(), by=course.manager, revision=course.proposal.revision, typed={})
    yield past(28, 14)
    course.send_back(
        {
            "audience": "Vad vet ni om varför killar inte söker? Det behövs mer än en gissning.",
            "resources": "Filmer med elever kräver samtycke. Vem håller ordning på det?",
        },
        by=course.manager,
    )
    yield past(8, 15)
    course.mend(
        {
            "audience": (
                "audience_analysis",
                " Vi har pratat med 22 killar på tre skolor: de trodde att dans var balett.",
            ),
            "resources": ("stand_in", ", och administratören samlar samtycken varje termin"),
        }
    )
    yield past(4, 9)
    course.submit()


def _rejected(cast: Cast, idea: Idea, reason: str) -> Story:
    course = Course(cast, idea)
    yield from _sent(course, idea.days - 12)
    yield past(idea.days - 17, 13)
    course.consult("Ta ställning till om det räcker att utveckla det som redan finns.")
    yield past(idea.days - 20, 15)
    services.reject(course.fresh(), by=course.manager, revision=course.proposal.revision, reason=reason)


def _withdrawn(cast: Cast, idea: Idea) -> Story:
    yield from _sent(course := Course(cast, idea), idea.days - 14)
    yield past(idea.days - 18, 10)
    services.withdraw(course.fresh(), by=course.author)


def _recalled(cast: Cast, idea: Idea) -> Story:
    yield from _sent(course := Course(cast, idea), idea.days - 12)
    yield past(idea.days - 16, 10)
    services.recall(course.fresh(), by=course.author)


def _shared(cast: Cast, idea: Idea) -> Story:
    """A colleague's draft, to which the employee is invited and has written."""
    course, guest = Course(cast, idea), cast.people["Sara Ek"]
    yield from course.begin()
    yield past(4, 10)
    course.state_purpose()
    drafting.invite(course.fresh(), by=course.author, colleague=guest)
    yield past(1, 11)
    course.save("audience", answering.audience(idea), by=guest)
