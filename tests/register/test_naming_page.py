"""Namn och adress: what is saved, what is refused and by whom it is taken, and the advice that stops nobody."""

import pytest
from django.urls import reverse

from register import platforms, services
from register.models import Channel, FormerAddress
from tests import builders
from tests.caring import fresh
from tests.visitor import Visitor

GOOD = "Stadsbibliotekets läxhjälp"  # departs from no advice


@pytest.fixture
def visitor(author):
    """The steward."""
    return Visitor(author)


def address(channel):
    return reverse("register:name", args=[channel.number])


def named(channel, author, typed="@laxhjalpen.gbg", name=GOOD):
    read = platforms.read(typed, channel.platform)
    return services.name_channel(channel, by=author, name=name, address=read, typed=typed)


def another(author, manager, chief, title="Andra", **answers):
    return builders.approved_channel(author, manager, chief, title=title, **answers)


def test_name_and_address_are_saved_the_way_the_register_reads_them(visitor, channel):
    typed = "https://www.instagram.com/LaxhjalpGBG/?igsh=abc"
    visitor.open(address(channel))
    page = visitor.press("Spara", name="  Stadsbibliotekets   läxhjälp ", address=typed)
    assert visitor.path == f"/kanal/{channel.number}/"
    assert page.notices == ["Namn och adress är sparade."]
    saved = fresh(channel)
    assert (saved.name, saved.handle, saved.address_as_typed) == (GOOD, "LaxhjalpGBG", typed)
    assert (saved.address, saved.address_key) == ("https://www.instagram.com/laxhjalpgbg", "instagram:laxhjalpgbg")
    page = visitor.open(address(channel))
    assert "Användarnamn LaxhjalpGBG Läses ur adressen" in page.text
    assert page.links["https://www.instagram.com/laxhjalpgbg"] == "https://www.instagram.com/laxhjalpgbg"
    assert "Registret läser adressen som https://www.instagram.com/laxhjalpgbg" in page.text


def test_saving_twice_leaves_one_entry_in_the_history(visitor, channel):
    for _ in range(2):
        visitor.open(address(channel))
        visitor.press("Spara", name=GOOD, address="@lax")
    assert fresh(channel).history.count() == 2


def test_the_address_may_wait_until_the_account_is_made(visitor, channel):
    page = visitor.open(address(channel))
    assert "Kontots adress (valfritt tills kanalen startas)" in page.text
    assert "Till exempel instagram.com/namn" in page.text
    visitor.press("Spara", name=GOOD, address=" ")
    assert (fresh(channel).name, fresh(channel).address_key) == (GOOD, "")


def test_an_address_can_be_changed_and_not_taken_away(visitor, channel, author):
    named(channel, author)
    visitor.open(address(channel))
    page = visitor.press("Spara", address="")
    assert page.said == {"address": ["Skriv adressen. Den går att byta, men inte att ta bort."]}
    visitor.press("Spara", address="@ny.adress")
    assert fresh(channel).address_key == "instagram:ny.adress"
    assert list(FormerAddress.objects.values_list("address_key", flat=True)) == ["instagram:laxhjalpen.gbg"]
    assert "Tidigare adress https://www.instagram.com/laxhjalpen.gbg" in visitor.open(address(channel)).text


@pytest.mark.parametrize(
    ("typed", "field", "error"),
    [
        ({"name": " ", "address": ""}, "name", "Skriv kanalens namn"),
        ({"name": "–", "address": ""}, "name", "Skriv kanalens namn"),
        (
            {"name": "å" * 123, "address": ""},
            "name",
            "”Kanalens namn” får vara högst 120 tecken. Ta bort minst 3.",
        ),
        (
            {"name": GOOD, "address": "facebook.com/lax"},
            "address",
            "Adressen hör till Facebook, men kanalen gäller Instagram",
        ),
        (
            {"name": GOOD, "address": "instagram.com/p/Cabc"},
            "address",
            "Adressen går till ett enskilt inlägg. Skriv adressen till kontot, till exempel instagram.com/namn.",
        ),
        (
            {"name": GOOD, "reason": "å" * 302},
            "reason",
            "”Varför valde ni namnet?” får vara högst 300 tecken. Ta bort minst 2.",
        ),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(visitor, channel, typed, field, error):
    visitor.open(address(channel))
    page = visitor.press("Spara", **typed)
    assert page.title.startswith("Fel: Namn och adress")
    assert page.said[field] == [error]
    assert (f"#id_{field}", error) in page.summary
    answers = visitor.answers("Spara")
    assert {name: answers[name] for name in typed} == typed
    assert fresh(channel).history.count() == 1


def test_an_address_that_another_channel_has_names_it_and_leads_to_it(visitor, channel, author, manager, chief):
    other = named(another(author, manager, chief), author, "@upptaget", "Läxhjälpen Öst")
    visitor.open(address(channel))
    page = visitor.press("Spara", name=GOOD, address="instagram.com/Upptaget")
    assert page.said == {"address": ["Adressen används redan av Läxhjälpen Öst (Kulturförvaltningen)."]}
    assert page.links[f"Visa Läxhjälpen Öst, {other.reference}"] == f"/kanal/{other.number}/"
    assert visitor.answers("Spara")["address"] == "instagram.com/Upptaget"
    assert fresh(channel).name == channel.name


def test_a_name_that_another_channel_has_on_the_platform_names_it(visitor, channel, author, manager, chief):
    other = another(author, manager, chief, "Stadsbibliotekets läxhjälp Öst")
    visitor.open(address(channel))
    page = visitor.press("Spara", name="stadsbibliotekets läxhjälp öst")
    taken = "Namnet används redan av Stadsbibliotekets läxhjälp Öst (Kulturförvaltningen). Välj ett annat."
    assert page.said == {"name": [taken]}
    assert page.links[f"Visa {other}, {other.reference}"] == f"/kanal/{other.number}/"
    elsewhere = another(author, manager, chief, "Läxhjälpen Norr", platform=builders.platform("facebook"))
    visitor.open(address(elsewhere))
    visitor.press("Spara", name="Stadsbibliotekets läxhjälp Öst")
    assert fresh(elsewhere).name == "Stadsbibliotekets läxhjälp Öst"


def test_a_name_that_is_taken_already_is_said_when_the_page_is_opened(visitor, channel, author, manager, chief):
    twin = another(author, manager, chief, "Läxhjälpen på Instagram")
    page = visitor.open(address(twin))
    assert "Namnet används redan av Läxhjälpen på Instagram (Kulturförvaltningen). Välj ett annat." in page.text


def test_name_and_address_that_two_channels_have_lead_to_both(visitor, channel, author, manager, chief):
    first = another(author, manager, chief, "Läxhjälpen Öst")
    second = named(another(author, manager, chief), author, "@upptaget", "Läxhjälpen Norr")
    visitor.open(address(channel))
    page = visitor.press("Spara", name="Läxhjälpen Öst", address="@upptaget")
    assert set(page.said) == {"name", "address"}
    for holder in (first, second):
        assert page.links[f"Visa {Channel.objects.get(pk=holder.pk)}, {holder.reference}"]


@pytest.mark.parametrize(
    ("check", "field", "error"),
    [
        ("namesake", "name", "Namnet används redan av Läxhjälpen Öst (Kulturförvaltningen). Välj ett annat."),
        ("holder_of", "address", "Adressen används redan av Läxhjälpen Öst (Kulturförvaltningen)."),
    ],
)
def test_what_is_taken_between_the_check_and_the_save_is_refused_too(
    visitor, channel, author, manager, chief, monkeypatch, check, field, error
):
    other = named(another(author, manager, chief), author, "@upptaget", "Läxhjälpen Öst")
    monkeypatch.setattr(f"register.forms.naming.{check}", lambda channel, typed: None)
    visitor.open(address(channel))
    name = "Läxhjälpen Öst" if field == "name" else GOOD
    page = visitor.press("Spara", name=name, address="" if field == "name" else "@upptaget", reason="Därför")
    assert page.said == {field: [error]}
    assert page.links[f"Visa {other}, {other.reference}"] == f"/kanal/{other.number}/"


def test_a_web_site_has_an_address_of_any_host_and_no_platforms(visitor, author, manager, chief):
    platforms.sync()
    site = builders.approved_channel(author, manager, chief, channel_kind="web", platform=None)
    assert "Till exempel exempel.se/sida" in visitor.open(address(site)).text
    page = visitor.press("Spara", name=GOOD, address="facebook.com/lax")
    assert page.said == {"address": ["Adressen hör till Facebook, men kanalen gäller en webbplats"]}
    visitor.press("Spara", name=GOOD, address="WWW.Goteborg.se/lax")
    assert fresh(site).address_key == "web:goteborg.se/lax"


def test_another_platform_takes_any_page_but_not_an_account_on_a_platform_with_its_own_row(
    visitor, author, manager, chief
):
    platforms.sync()
    other = builders.platform("other")
    channel = builders.approved_channel(author, manager, chief, platform=other, other_platform="Brevduvan")
    visitor.open(address(channel))
    page = visitor.press("Spara", name=GOOD, address="instagram.com/lax")
    assert page.said == {"address": ["Adressen hör till Instagram, men kanalen gäller en annan plattform"]}
    visitor.press("Spara", name=GOOD, address="brevduvan.example.se/lax")
    assert fresh(channel).address_key == "web:brevduvan.example.se/lax"


# ---- Advice --------------------------------------------------------------------------------------
def test_a_name_that_departs_from_the_advice_is_saved_when_somebody_says_why(visitor, channel):
    visitor.open(address(channel))
    page = visitor.press("Spara", name="KUF", address="@kuf.gbg")
    assert page.said == {"reason": ["Skriv varför ni avviker från råden om namn"]}
    assert visitor.answers("Spara") | {"version": ""} == {
        "csrfmiddlewaretoken": visitor.answers("Spara")["csrfmiddlewaretoken"],
        "version": "",
        "name": "KUF",
        "address": "@kuf.gbg",
        "reason": "",
    }
    assert "Råd om ”KUF”" in page.headings
    assert (
        "Är det fritt från förkortningar, projektnamn och interna namn på enheter? "
        "”KUF” ser ut som en förkortning. Skriv ut orden om inte alla förstår den. Västra Götalandsregionen Nej"
    ) in page.text
    visitor.press("Spara", reason="Så säger alla")
    assert (fresh(channel).name, fresh(channel).name_reason) == ("KUF", "Så säger alla")
    assert visitor.path == f"/kanal/{channel.number}/"


def test_a_name_that_departs_from_nothing_needs_no_reason(visitor, channel, author):
    assert "Varför valde ni namnet? Vad en person" in visitor.open(address(channel)).text
    named(channel, author)
    assert "Varför valde ni namnet? (valfritt)" in visitor.open(address(channel)).text


def test_a_web_site_gets_no_tips_on_user_names(visitor, channel, author, manager, chief):
    assert "Som användarnamn" in visitor.open(address(channel)).headings
    site = builders.approved_channel(author, manager, chief, channel_kind="web", platform=None, title="Sidan")
    assert "Som användarnamn" not in visitor.open(address(site)).headings


def test_a_name_like_another_is_told_of_after_saving(visitor, channel, author, manager, chief):
    other = another(author, manager, chief, "Stadsbibliotekens läxhjälp")
    visitor.open(address(channel))
    page = visitor.press("Spara", name=GOOD)
    assert visitor.path == address(channel)
    assert page.notices == ["Namn och adress är sparade."]
    assert f"Namnet liknar ”Stadsbibliotekens läxhjälp” ({other.reference}). Går det att skilja dem åt?" in page.text
    assert page.links["Visa Stadsbibliotekens läxhjälp"] == f"/kanal/{other.number}/"
