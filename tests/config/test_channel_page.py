"""A channel's page: who sees what, what remains before the start, and the history."""

import pytest
from django.urls import reverse

from proposals import services as steps
from register import platforms, services
from tests import builders

EVERYBODY = ("author", "manager", "chief", "registrar", "stranger")


@pytest.fixture
def channel(author, manager, chief):
    return builders.approved_channel(author, manager, chief)


@pytest.fixture
def page(request, client):
    """The page as somebody sees it, in one line: page("author", channel)."""

    def get(person, channel):
        client.force_login(request.getfixturevalue(person))
        response = client.get(reverse("channel:show", args=[channel.number]))
        assert response.status_code == 200
        return " ".join(response.content.decode().split())

    return get


def ready(channel, author):
    read = platforms.read("@laxhjalpen.gbg", channel.platform)
    channel = services.name_channel(channel, by=author, name="Läxhjälpen", address=read, typed="@laxhjalpen.gbg")
    return services.describe(channel, by=author, description="En del av Göteborgs Stad")


def test_the_page_asks_for_sign_in(client, channel):
    assert client.get(f"/kanal/{channel.number}/").status_code == 302


@pytest.mark.parametrize("number", [999999, 99999999999999999999])
def test_a_number_nobody_has_is_not_found(client, stranger, number):
    client.force_login(stranger)
    assert client.get(f"/kanal/{number}/").status_code == 404


@pytest.mark.parametrize("person", EVERYBODY)
def test_everybody_reads_what_the_channel_is_and_who_decided(page, channel, person):
    read = page(person, channel)
    proposal = channel.proposal
    for fact in (
        f"<title>{channel.name} – {channel.reference} – Kanalregistret</title>",
        '<span class="tag blue">Förbereds</span> Instagram, Kulturförvaltningen',
        '<dd class="kept">Svenska och engelska</dd>',
        '<dd class="kept">Öppna</dd>',
        '<dd class="kept">Åsa Lund, bibliotekarie</dd>',
        channel.purpose,
        channel.audience,
        channel.goals.get().sentence,
        f'<dd>Mirja Öberg, enhetschef</dd> <dd class="quiet">Ansvarig chef, {proposal.decided_at.day}',
        '<dd>Ömer Ekström, kommunikationschef</dd> <dd class="quiet">Kommunikationschef eller motsvarande, ',
    ):
        assert fact in read


@pytest.mark.parametrize(("person", "near"), [(each, each != "stranger") for each in EVERYBODY])
def test_resources_history_and_proposal_are_for_those_near_the_channel(page, channel, person, near):
    read = page(person, channel)
    reference = channel.proposal.reference
    assert (channel.resources in read) is near
    assert ("<h2>Historik</h2>" in read) is near
    assert (f'href="/forslag/{reference}/"' in read) is near
    assert (f'href="/forslag/{reference}/utskrift/"' in read) is near
    assert (f"Underlaget har referens {reference}." in read) is not near


def tasks(read):
    """The task list as (name, status) pairs, and the links in it."""
    part = read.partition('<ul class="tasks"')[2].partition("</ul>")[0]
    rows = part.split("<li>")[1:]
    names = [row.partition('class="name"')[2].partition(">")[2].partition("<")[0] for row in rows]
    states = [row.rpartition('-status">')[2].partition(">")[2].partition("<")[0] for row in rows]
    return list(zip(names, states, strict=True)), [row.partition('href="')[2].partition('"')[0] for row in rows]


GUIDE = ["/guide/rutiner/", "/guide/beslut/#lagar", "/guide/rutiner/"]
DESCRIBED = [
    ("Rutiner", "Beskrivs i guiden"),
    ("Lagar och regler", "Beskrivs i guiden"),
    ("Ansvariga", "Beskrivs i guiden"),
]


def test_the_steward_sees_what_remains_and_where_it_is_done(page, channel, author):
    here = f"/kanal/{channel.number}"
    states, links = tasks(page("author", channel))
    assert states == [
        ("Namn och adress", "Inte påbörjad"),
        ("Kanalbeskrivning", "Inte påbörjad"),
        *DESCRIBED,
        ("Starta kanalen", "Kan inte påbörjas än"),
    ]
    assert links == [f"{here}/namn/", f"{here}/beskrivning/", *GUIDE, ""]
    assert "Först behövs namn och adress och kanalbeskrivning" in page("author", channel)
    ready(channel, author)
    states, links = tasks(page("author", channel))
    assert states == [
        ("Namn och adress", "Klar"), ("Kanalbeskrivning", "Klar"), *DESCRIBED, ("Starta kanalen", "Redo att starta"),
    ]  # fmt: skip
    assert links[-1] == f"{here}/starta/"


def test_others_see_what_remains_without_a_way_in(page, channel):
    read = page("manager", channel)
    states, links = tasks(read)
    assert len(states) == 6
    assert links == ["", "", *GUIDE, ""]
    assert "Den som ansvarar för kanalen gör förberedelserna: Åsa Lund, bibliotekarie." in read
    assert "Ändra" not in read.partition("<main")[2]


@pytest.mark.parametrize(
    ("has_address", "has_description", "present", "done"),
    [
        (False, False, "Ta fram rutiner", 4),
        (True, False, "Lägg in kanalbeskrivning", 5),
        (False, True, "Namnge kanalen", 5),
        (True, True, "", 6),
    ],
)
def test_the_steps_show_where_one_stands(page, channel, author, has_address, has_description, present, done):
    if has_address:
        read = platforms.read("@laxhjalpen.gbg", channel.platform)
        services.name_channel(channel, by=author, name="Läxhjälpen", address=read)
    if has_description:
        services.describe(channel, by=author, description="En del av Göteborgs Stad")
    steps = page("author", channel).partition('<ol class="steps">')[2].partition("</ol>")[0]
    marked = steps.partition('aria-current="step"')[2].partition("</a>")[0].rpartition(">")[2]
    assert marked == present
    assert steps.count("(klart)") == done


def test_an_active_channel_has_no_preparations_and_links_to_its_account(page, channel, author):
    services.start(ready(channel, author), by=author)
    read = page("author", channel)
    assert '<span class="tag green">Aktiv</span>' in read
    assert "Förberedelser inför start" not in read
    assert "Vägen till en ny kanal" not in read
    link = "https://www.instagram.com/laxhjalpen.gbg"
    assert f'<a href="{link}" rel="noopener">{link}</a>' in read
    assert f'href="/kanal/{channel.number}/namn/">Ändra<span class="vh"> namn och adress</span></a>' in read


def test_history_tells_newest_first_what_changed_from_what_to_what(page, channel, author):
    services.start(ready(channel, author), by=author)
    read = page("author", channel).partition("<h2>Historik</h2>")[2]
    order = [
        read.index(f'<p class="what">{what}</p>')
        for what in ("Startad", "Kanalbeskrivning", "Namn och adress", "Registrerad")
    ]
    assert order == sorted(order)
    assert '<dt>Status</dt> <dd class="kept"><span class="vh">Från </span><del>Förbereds</del> ' in read
    assert (
        '<dt>Kanalens namn</dt> <dd class="kept"><span class="vh">Från </span><del>Läxhjälpen på Instagram</del> '
        in read
    )
    assert '<span class="vh">Till </span><ins>Läxhjälpen</ins>' in read
    assert "<dt>Adressnyckel</dt>" not in read
    assert "Åsa Lund, bibliotekarie, i dag kl." in read
    assert "Mirja Öberg, enhetschef, i dag kl." in read


def test_saving_without_a_change_is_told_as_that(page, channel, author):
    ready(channel, author)
    services.describe(channel, by=author, description="En del av Göteborgs Stad")
    assert page("author", channel).count("Sparat utan ändringar") == 1


def test_somebody_with_protected_identity_is_shown_as_her_function(page, channel, author):
    author.protected_identity = True
    author.save()
    read = page("stranger", channel)
    assert "Åsa Lund" not in read
    assert "bibliotekarie" in read


def test_conditions_of_the_decision_are_for_those_who_may_read_the_proposal(page, author, manager, chief):
    proposal = builders.consulted(author, chief)
    steps.decide(proposal, by=manager, revision=proposal.revision, conditions="Följ upp i maj", case_number="0123/26")
    channel = builders.fresh(proposal).channel
    assert "Följ upp i maj" in page("author", channel)
    assert "Följ upp i maj" not in page("stranger", channel)
    assert "<dt>Ärendenummer</dt><dd>0123/26</dd>" in page("stranger", channel)


@pytest.mark.parametrize("changes", [1, 3])
def test_the_page_asks_as_many_questions_whatever_its_history(
    client, channel, author, django_assert_num_queries, changes
):
    for number in range(changes):
        services.describe(channel, by=author, description=f"Text {number}")
    client.force_login(author)
    client.get(f"/kanal/{channel.number}/")
    with django_assert_num_queries(10):
        client.get(f"/kanal/{channel.number}/")
