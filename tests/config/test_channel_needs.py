"""What a channel needs, on its page: flags, what stands in its routines, what is most urgent, and how it ends."""

import datetime as dt

import pytest

from organisation import clock, grants
from organisation.models import User
from register import services as register
from register.models import Channel
from routines import services
from routines.models import Routine, Run
from tests import caring
from tests.factories import UserFactory
from tests.visitor import Visitor

pytestmark = pytest.mark.usefixtures("in_november_2026")

EVERYBODY = ("author", "steward", "manager", "chief", "registrar", "stranger")
LATE = dt.date(2027, 12, 24)  # when everything of the first year is overdue


TABS = {"Översikt": "", "Mål": "mal/", "Rutiner": "rutiner/", "Ansvariga": "ansvariga/", "Historik": "historik/"}


CARE = {"Ändra uppgifter": "andra/", "Lämna över ansvaret": "lamna-over/", "Avveckla kanalen": "avveckla/"}


@pytest.mark.parametrize(
    ("person", "ways"),
    [("author", list(CARE)), ("steward", list(CARE)), ("manager", ["Lämna över ansvaret"]), ("chief", []),
     ("registrar", ["Lämna över ansvaret"]), ("stranger", [])],
)  # fmt: skip
def test_those_who_look_after_it_see_what_they_may_do(page, live, person, ways):
    seen = page(person, live)
    assert [text for text in CARE if seen.links.get(text) == f"/kanal/1001/{CARE[text]}"] == ways
    assert ("Sköta kanalen" in seen.headings) is bool(ways)


@pytest.mark.parametrize(("person", "sees"), [(each, each != "stranger") for each in EVERYBODY])
def test_flags_are_told_to_those_near_the_channel(page, live, author, person, sees):
    register.set_people(live, by=author, deputy=None, contact_function="Kommunikatör", staffed_hours="")
    UserFactory.create()
    seen = page(person, live)
    shown = "Behöver åtgärd Saknar ersättare sedan 22 november 2026" in seen.text
    assert shown is (sees and person != "steward")  # who is deputy no more
    mends = shown and person in ("author", "manager")
    assert (seen.links.get("Välj ersättare") == "/kanal/1001/ansvariga/") is mends


def test_each_flag_leads_to_the_page_that_mends_it(page, live, author, manager):
    for key in ("access-check", "archive", "review"):
        caring.open_run(live, key, by=author)
    goal = live.goals.get()
    services.open_now(Routine.objects.get(key="goal"), live, by=author, goal=goal)
    with clock.at(caring.noon(LATE)):
        services.refresh([live])
        seen = page("author", live)
    assert {text: seen.links[text] for text in seen.links if seen.links[text].startswith("/kanal/1001/")} == {
        **{text: f"/kanal/1001/{part}" for text, part in TABS.items()},
        **{text: f"/kanal/1001/{part}" for text, part in CARE.items()},
        **{f"Ändra {what}": f"/kanal/1001/{part}" for what, part in (
            ("namn och adress", "namn/"), ("kanalbeskrivningen", "beskrivning/"), ("ersättare", "ansvariga/"),
            ("funktion som svarar", "ansvariga/"), ("när kanalen är bemannad", "ansvariga/"))},
        "Bekräfta åtkomst": f"/kanal/1001/atgard/{number(live, 'access-check')}/",
        "Arkivera": f"/kanal/1001/atgard/{number(live, 'archive')}/",
        "Gör årlig översyn": f"/kanal/1001/atgard/{number(live, 'review')}/",
        "Följ upp målet: Besök på läxhjälpen per månad": "/kanal/1001/mal/1/uppfoljning/",
    }  # fmt: skip
    assert seen.text.count("sedan 24 december 2027") == 4


def number(channel: Channel, key: str) -> int:
    return Run.objects.standing().get(channel=channel, routine__key=key).number


def test_a_lost_steward_is_mended_by_a_hand_over(page, live, author, steward):
    author.is_active = False
    author.save()
    services.refresh([caring.fresh(live)])
    seen = page("steward", live)
    assert "Ansvarig har slutat sedan 22 november 2026" in seen.text
    assert "Ansvarig Åsa Lund, bibliotekarie (har slutat)" in seen.text
    assert seen.links["Lämna över ansvaret"] == "/kanal/1001/lamna-over/"


def test_routines_that_are_missing_are_mended_where_they_are(page, live, author):
    Run.objects.filter(channel=live, routine__when="laws").update(
        done=None, finished=None, finished_by=None, finished_name=""
    )
    services.refresh([live])
    assert page("author", live).links["Gå igenom lagar och regler"] == "/kanal/1001/lagar/"
    Run.objects.filter(channel=live, routine__key="tone").update(
        done=None, finished=None, finished_by=None, finished_name=""
    )
    assert page("author", live).links["Gör klart rutinerna"] == "/kanal/1001/rutiner/"


def test_what_stands_in_the_routines_is_told_with_its_date_and_whose_it_is(page, live, author, stranger):
    caring.open_run(live, "access-check", by=author)
    review = caring.finished(caring.open_run(live, "review", by=author))
    seen = page("author", live)
    assert "Att göra i kanalen Bekräfta åtkomst Senast 29 november 2026." in seen.text
    assert "Årlig översyn Senast 29 november 2026. Väntar på att chefen bekräftar." in seen.text
    assert seen.links["Årlig översyn"] == f"/kanal/1001/atgard/{review.number}/"
    boss = page("manager", live)
    assert boss.links["Bekräfta årlig översyn"] == f"/kanal/1001/atgard/{review.number}/bekrafta/"
    assert "Bekräfta åtkomst Senast 29 november 2026. Ansvarig är Åsa Lund, bibliotekarie." in boss.text
    assert "Att göra i kanalen" not in page("stranger", live).headings


def test_the_one_who_takes_over_accepts(page, live, author, stranger):
    run = services.begin_handover(live, by=author, to=stranger, last_day=dt.date(2026, 12, 31))
    seen = page("stranger", live)
    assert seen.links["Lämna över ansvaret"] == f"/kanal/1001/atgard/{run.number}/"
    caring.finished(run)
    assert page("stranger", live).links["Ta emot ansvaret"] == f"/kanal/1001/atgard/{run.number}/bekrafta/"
    assert "Väntar på att Zlata Brink, " in page("author", live).text


def first_button(html: str) -> str:
    return html.partition('<a class="btn" href="')[2].partition("</a>")[0].partition('">')[2]


def test_the_button_is_the_most_urgent_thing(live, author, manager, stranger):
    def button(user: User) -> str:
        visitor = Visitor(user)
        visitor.open("/kanal/1001/")
        return first_button(visitor.html)

    assert (button(author), button(manager)) == ("", "")
    caring.open_run(live, "archive", by=author)
    assert (button(author), button(manager)) == ("Arkivera", "")
    register.set_people(live, by=author, deputy=None, contact_function="Kommunikatör", staffed_hours="")
    assert (button(author), button(manager)) == ("Välj ersättare", "Välj ersättare")
    with clock.at(caring.noon(LATE)):
        assert (button(author), button(stranger)) == ("Arkivera", "")


@pytest.mark.parametrize(
    ("person", "button"),
    [
        ("author", "Börja med rutiner"),
        ("manager", "Börja med ansvariga"),
        ("chief", ""),
        ("registrar", ""),
        ("stranger", ""),
    ],
)
def test_a_channel_being_prepared_urges_only_those_who_prepare_it(request, channel, person, button):
    visitor = Visitor(request.getfixturevalue(person))
    visitor.open("/kanal/1001/")
    assert first_button(visitor.html) == button


def test_a_channel_that_is_closed_says_when_and_where_one_turns_instead(page, live, author):
    run = services.begin_closing(live, by=author, due=dt.date(2026, 12, 31))
    seen = page("author", live)
    assert "Kanalen avvecklas och ska vara avslutad senast den 31 december 2026. Fortsätt avvecklingen" in seen.text
    assert seen.links["Fortsätt avvecklingen"] == f"/kanal/1001/atgard/{run.number}/"
    with clock.at(caring.noon(dt.date(2027, 1, 1))):
        late = page("author", live).text
    assert "Kanalen avvecklas och skulle ha varit avslutad senast den 31 december 2026. Fortsätt avvecklingen" in late
    assert "Arkivering återstår" in seen.text
    assert seen.links["Avveckla kanalen"] == f"/kanal/1001/atgard/{run.number}/"
    assert page("manager", live).links["Visa avvecklingen"] == f"/kanal/1001/atgard/{run.number}/"
    assert "Kanalen avvecklas." in page("stranger", live).text
    caring.finished(run, referral="Bibliotekets konto på Facebook")
    for person in EVERYBODY:
        seen = page(person, live)
        ended = "Kanalen avslutades den 22 november 2026 och är avregistrerad."
        assert f"{ended} Hänvisning: Bibliotekets konto på Facebook." in seen.text
        assert "Adress https://www.instagram.com/laxhjalpen.exempel" in seen.text
        assert not {"Behöver åtgärd", "Att göra i kanalen", "Sköta kanalen"} & set(seen.headings)
        assert not [text for text in seen.links if text.startswith(("Ändra", "https://www.instagram.com"))]


def test_those_who_decide_for_the_whole_organisation_are_near(page, live, organisation):
    boss = UserFactory.create(username="boss", unit=None)
    grants.grant(boss, grants.DECIDE, organisation)
    assert "Historik" in Visitor(boss).open("/kanal/1001/").links


@pytest.mark.parametrize("things", [1, 3])
@pytest.mark.parametrize(("who", "queries"), [("author", 8), ("stranger", 9)])
def test_the_page_asks_as_often_for_one_thing_as_for_three(
    live, author, stranger, django_assert_num_queries, things, who, queries
):
    for key in ("access-check", "archive", "review")[:things]:
        caring.open_run(live, key, by=author)
    visitor = Visitor({"author": author, "stranger": stranger}[who])
    visitor.open("/kanal/1001/")
    with django_assert_num_queries(queries):
        visitor.open("/kanal/1001/")
