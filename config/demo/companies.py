"""Organisations with real names and invented people: culture, the built city and the companies."""

from .organisations import SCHOOL_AND_CARE
from .record import Place, Team

CITY_AND_COMPANIES = (
    Place(
        "Kulturförvaltningen",
        chief="Kim Falk, kommunikationschef",
        teams=(
            Team(
                "Biblioteksavdelningen",
                "Mirja Lund, enhetschef",
                ("Sara Ek, biblioteksassistent", "Jonas Wikner, bibliotekarie", "Parisa Azadi, barnbibliotekarie"),
                "Fler ska läsa på sin fritid och använda biblioteken, också digitalt.",
            ),
            Team(
                "Kulturskolan",
                "Mirja Lund, enhetschef",
                ("Elof Ström, musiklärare", "Vanja Brodin, danspedagog"),
                "Barn från hela staden ska delta i Kulturskolan, pojkar lika mycket som flickor.",
            ),
            Team(
                "Konsthallen",
                "Henrik Sandell, konsthallschef",
                ("Cajsa Lilja, konstpedagog",),
                "Samtidskonsten ska nå göteborgare som sällan besöker konsthallar.",
            ),
            Team(
                "Stadsmuseet",
                "Astrid Wennberg, museichef",
                ("Otto Järn, antikvarie",),
                "Fler ska känna till och bidra till stadens historia.",
            ),
        ),
    ),
    Place(
        "Idrotts- och föreningsförvaltningen",
        chief="",  # Kim Falk answers here too
        teams=(
            Team("Badhusen", "Leif Sjöqvist, badhuschef", ("Moa Tand, badvärd",), "Alla tioåringar ska kunna simma."),
            Team(
                "Isbanor och idrottsplatser",
                "Annika Fors, enhetschef",
                ("Robin Ahl, anläggningsvärd",),
                "Stadens anläggningar ska användas lika mycket av flickor som av pojkar.",
            ),
            Team(
                "Föreningsstöd",
                "Göran Klint, enhetschef",
                ("Zahra Mousavi, föreningskonsulent",),
                "Fler barn ska vara med i en förening, i alla delar av staden.",
            ),
        ),
    ),
    Place(
        "Miljöförvaltningen",
        chief="Daniel Krook, kommunikationschef",
        manager="Karolina Viklund, avdelningschef",
        teams=(
            Team(
                "Livsmedelskontroll",
                "",
                ("Erik Hjort, livsmedelsinspektör",),
                "Maten som säljs i Göteborg ska vara säker att äta.",
            ),
            Team(
                "Klimat och luft",
                "",
                ("Saga Norrby, klimatstrateg",),
                "Utsläppen av växthusgaser i staden ska minska varje år.",
            ),
        ),
    ),
    Place(
        "Stadsmiljöförvaltningen",
        chief="Ylva Persson Grip, kommunikationschef",
        since=2023,
        teams=(
            Team(
                "Parker och natur",
                "Jörgen Lind, enhetschef",
                ("Stina Hage, trädgårdsmästare",),
                "Parkerna ska vara välbesökta och upplevas som trygga hela dygnet.",
            ),
            Team(
                "Trafik och gatuarbeten",
                "Malin Dufva, enhetschef",
                ("Kaj Roth, trafikinformatör",),
                "Det ska vara enkelt att ta sig fram, också när staden byggs om.",
            ),
            Team(
                "Drift och vinterväghållning",
                "Per-Olof Snäll, driftchef",
                ("Emina Hodžić, driftledare",),
                "Gång- och cykelbanor ska vara framkomliga året om.",
            ),
        ),
    ),
    Place(
        "Stadsbyggnadsförvaltningen",
        chief="Björn Lövgren, kommunikationschef",
        since=2023,
        teams=(
            Team(
                "Bygglov",
                "Susanne Areskog, enhetschef",
                ("Tobias Renck, bygglovshandläggare",),
                "Fler ansökningar om bygglov ska vara kompletta från början.",
            ),
            Team(
                "Detaljplaner",
                "Nina Valter, planchef",
                ("Alva Cronhielm, planarkitekt",),
                "Fler invånare ska delta i samråd om nya detaljplaner.",
            ),
        ),
    ),
    Place(
        "Kretslopp och vatten",
        chief="Jakob Wallin, kommunikationschef",
        teams=(
            Team(
                "Återvinning",
                "Mona Eriksdotter, enhetschef",
                ("Hugo Sand, avfallsrådgivare",),
                "Hushållens restavfall ska minska och mer ska sorteras rätt.",
            ),
            Team(
                "Dricksvatten",
                "Stefan Kullberg, enhetschef",
                ("Lovisa Bäck, driftkommunikatör",),
                "Göteborgarna ska ha gott dricksvatten och veta vad som gäller vid avbrott.",
            ),
        ),
    ),
    Place(
        "Intraservice",
        chief="Veronica Hed, kommunikationschef",
        manager="Conny Berghult, avdelningschef",
        teams=(
            Team(
                "It-stöd",
                "",
                ("Anders Nyström, systemförvaltare", "Miriam Telander, supporttekniker"),
                "Stadens medarbetare ska kunna lösa vanliga it-problem själva.",
            ),
            Team(
                "Intranätet",
                "",
                ("Klara Sjögren, webbredaktör",),
                "Alla medarbetare ska få viktig information i tid, också utan egen dator.",
            ),
        ),
    ),
    Place(
        "Göteborg Energi AB",
        chief="Patrik Ohlin, marknads- och kommunikationschef",
        company=True,
        manager="Carina Blad, kundservicechef",
        teams=(
            Team("Kundservice", "", ("Noel Hansson, kundrådgivare",), "Kunderna ska få svar samma dag."),
            Team(
                "Hållbar energi",
                "",
                ("Tilde Mark, energirådgivare",),
                "Kunderna ska använda energi när den är billigast och renast.",
            ),
        ),
    ),
    Place(
        "Liseberg AB",
        chief="Disa Hallberg, kommunikationschef",
        company=True,
        teams=(
            Team(
                "Gästservice",
                "Ronny Ek Lager, gästservicechef",
                ("Julia Fält, gästvärd",),
                "Gästerna ska vara väl förberedda före besöket.",
            ),
            Team(
                "Rekrytering",
                "Anton Graaf, hr-chef",
                ("Wilma Storm, rekryterare",),
                "Fler säsongsanställda ska vilja komma tillbaka nästa år.",
            ),
        ),
    ),
    Place(
        "Boplats Göteborg AB",
        chief="Therese Oskarsdotter, kommunikationsansvarig",
        company=True,
        manager="Kent Lundblad, kundchef",
        teams=(
            Team(
                "Kundtjänst",
                "",
                ("Aicha Diallo, bostadsrådgivare",),
                "Det ska vara lätt att söka hyresrätt i Göteborg, också för den som är ny.",
            ),
            Team(
                "Hyresvärdsservice",
                "",
                ("Simon Vall, kundansvarig",),
                "Fler hyresvärdar ska lämna sina lediga lägenheter till Boplats.",
            ),
        ),
    ),
)

PLACES = SCHOOL_AND_CARE + CITY_AND_COMPANIES
