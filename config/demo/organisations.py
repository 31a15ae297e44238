"""Organisations with real names and invented people. The first half; the rest is in config.demo.companies."""

from .record import Place, Team

SCHOOL_AND_CARE = (
    Place(
        "Stadsledningskontoret",
        chief="Marianne Tegnér, kommunikationsdirektör",
        teams=(
            Team(
                "Press och nyheter",
                "Oskar Bruun, presschef",
                ("Hedda Lykke, presskommunikatör",),
                "Kommunfullmäktiges beslut ska vara lätta att hitta och förstå.",
            ),
            Team(
                "Krisberedskap",
                "Soraya Amini, beredskapschef",
                ("Viktor Stål, beredskapssamordnare",),
                "Göteborgarna ska snabbt få samlad och korrekt information när något allvarligt händer.",
            ),
        ),
    ),
    Place(
        "Demokrati och medborgarservice",
        chief="Torbjörn Alm, kommunikationschef",
        teams=(
            Team(
                "Kontaktcenter",
                "Ingela Frisk, enhetschef",
                ("Dana Rostami, kundvägledare",),
                "Fler ska få svar på sin fråga vid första kontakten med staden.",
            ),
            Team(
                "Medborgarkontoren",
                "Hanif Karimi, enhetschef",
                ("Ulla Sandin, medborgarvägledare",),
                "Den som behöver hjälp ska få den nära hemmet, på ett språk den förstår.",
            ),
            Team(
                "Gemensamma kanaler",
                "Pernilla Wik, enhetschef",
                ("Leila Hadad, registeransvarig", "Emil Borg, redaktör i sociala medier"),
                "Fler invånare ska veta vad staden gör och hur man påverkar.",
            ),
        ),
    ),
    Place(
        "Förskoleförvaltningen",
        chief="Camilla Rydén, kommunikationschef",
        teams=(
            Team(
                "Öppna förskolan",
                "Birgitta Häll, enhetschef",
                ("Nadia Saleh, förskollärare",),
                "Fler barn ska vara i öppen eller vanlig förskola före tre års ålder.",
            ),
            Team(
                "Förskolor Centrum",
                "Mats Lindeborg, verksamhetschef",
                ("Frida Kask, pedagogista",),
                "Vårdnadshavare ska vara delaktiga i barnens lärande och trygghet.",
            ),
            Team(
                "Rekrytering och utveckling",
                "Åsa Tillman, utvecklingschef",
                ("Joel Winge, hr-specialist",),
                "Andelen legitimerade förskollärare ska öka varje år.",
            ),
        ),
    ),
    Place(
        "Grundskoleförvaltningen",
        chief="Petter Höök, kommunikationschef",
        teams=(
            Team(
                "Skolval och placering",
                "Gunilla Moe, enhetschef",
                ("Rebecka Thorn, handläggare",),
                "Skolvalet ska vara begripligt för alla vårdnadshavare, oavsett språk.",
            ),
            Team(
                "Elevhälsan",
                "Sven Adolfsson, elevhälsochef",
                ("Amira Jafari, skolsköterska",),
                "Elever ska få stöd innan de slutar komma till skolan.",
            ),
            Team(
                "Skolmåltider",
                "Kerstin Viberg, måltidschef",
                ("Linus Ask, kock",),
                "Fler elever ska äta lunch i skolan, och mindre mat ska slängas.",
            ),
        ),
    ),
    Place(
        "Utbildningsförvaltningen",
        chief="Helena Stark, kommunikationschef",
        teams=(
            Team(
                "Gymnasieantagning",
                "Roger Palm, enhetschef",
                ("Tuva Ekdahl, studievägledare",),
                "Niondeklassare ska göra ett välgrundat gymnasieval.",
            ),
            Team(
                "Yrkesgymnasierna",
                "Anneli Bergh, rektor",
                ("Hassan Omar, yrkeslärare",),
                "Fler ska söka och fullfölja ett yrkesprogram.",
            ),
        ),
    ),
    Place(
        "Arbetsmarknad och vuxenutbildning",
        chief="Rasmus Kjellin, kommunikationschef",
        manager="Lotta Engdahl, avdelningschef",
        teams=(
            Team(
                "Jobbtorg",
                "",
                ("Samuel Nord, arbetsmarknadskonsulent",),
                "Fler göteborgare ska försörja sig genom arbete eller studier.",
            ),
            Team(
                "Vuxenutbildning",
                "",
                ("Jelena Petrović, studie- och yrkesvägledare",),
                "Fler vuxna ska få en gymnasieexamen.",
            ),
            Team(
                "Sfi",
                "Barbro Kinnunen, rektor",
                ("Yusuf Ali, sfi-lärare",),
                "Fler som läser sfi ska gå vidare till en yrkesutbildning.",
            ),
        ),
    ),
    Place(
        "Äldre samt vård- och omsorgsförvaltningen",
        chief="Monika Sundén, kommunikationschef",
        teams=(
            Team(
                "Träffpunkter för seniorer",
                "Bo Lagerlöf, enhetschef",
                ("Ann-Marie Quist, aktivitetsledare",),
                "Äldre ska känna sig mindre ensamma.",
            ),
            Team(
                "Rekrytering",
                "Selma Dizdar, rekryteringschef",
                ("Philip Unger, rekryterare",),
                "Alla verksamheter ska kunna bemannas med utbildad personal.",
            ),
            Team(
                "Anhörigstöd",
                "Karin Ödman, enhetschef",
                ("Gustav Flink, anhörigkonsulent",),
                "Anhöriga ska få stöd innan de själva blir sjuka.",
            ),
        ),
    ),
    Place(
        "Förvaltningen för funktionsstöd",
        chief="Nils Abrahamsson, kommunikationschef",
        teams=(
            Team(
                "Daglig verksamhet",
                "Jeanette Roos, enhetschef",
                ("Markus Hjelm, arbetsledare",),
                "Var och en ska kunna välja sin arbetsplats inom daglig verksamhet.",
            ),
            Team(
                "Fritid och mötesplatser",
                "Ali Demir, enhetschef",
                ("Sofia Brandt, fritidsledare",),
                "Personer med funktionsnedsättning ska kunna bestämma över sin fritid.",
            ),
        ),
    ),
    Place(
        "Socialförvaltningen Centrum",
        chief="Cecilia Franzén, kommunikationschef",
        teams=(
            Team(
                "Föräldrastöd",
                "Ebba Norling, enhetschef",
                ("Ingrid Skogh, familjerådgivare",),
                "Föräldrar ska få stöd tidigt, innan problemen hunnit växa.",
            ),
            Team(
                "Ungdomsmottagningen",
                "Tomas Reyes, enhetschef",
                ("Maja Hult, barnmorska",),
                "Unga ska ha god sexuell och psykisk hälsa, oavsett kön.",
            ),
        ),
    ),
    Place(
        "Socialförvaltningen Hisingen",
        chief="Fredrik Allard, kommunikationschef",
        teams=(
            Team(
                "Fritidsgårdar",
                "Rana Haddad, enhetschef",
                ("Isak Molin, fritidsledare",),
                "Unga ska ha en meningsfull och trygg fritid nära hemmet.",
            ),
            Team(
                "Familjecentralerna",
                "Lena Strid, samordnare",
                ("Fatima Nur, förskollärare",),
                "Föräldrar ska få kontakt med oss redan under graviditeten.",
            ),
        ),
    ),
)
