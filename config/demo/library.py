"""Proposals from the library and the culture school, where the demo's employee and manager work."""

from .record import Aim, Idea

BOOK_BUS = Idea(
    "Sara Ek", "newsletter", "Bokbussens turlista", 9, "residents",
    "Bokbussen stannar på 38 platser och tiderna ändras med skolloven. I dag får låntagarna veta det när bussen inte "
    "kommer. Ett kort brev varannan vecka gör att fler hinner låna och lämna tillbaka.",
    "Låntagare på bokbussens hållplatser, många seniorer och barnfamiljer långt från ett bibliotek",
    Aim("Lån per tur", 74, 95, "count", "Bibliotekssystemet i bussen, medelvärde för månaden.", "month"),
    (2, 1), comments="closed",
    own={
        "audience_analysis":
            "På hållplatserna är hälften över 70 år och en fjärdedel är barn med vuxna. Vi har frågat 60 "
            "låntagare: 41 läser e-post varje vecka, 12 bara sms, 7 vill ha turlistan på papper.",
        "why_channel":
            "Turlistan är lång och behöver sparas. Ett brev med bara den egna hållplatsen går att skriva ut och "
            "sätta på kylskåpet.",
        "other_ways":
            "Turlistan finns på webben och i bussen. Chaufförerna delar ut papper, men ändringar hinner inte ut.",
        "not_reached": "Den som bara har sms eller ingen telefon alls. De får turlistan på papper i bussen, som i dag.",
    },
)  # fmt: skip
STUDY_PLACES = Idea(
    "Sara Ek", "instagram", "Studieplatser just nu", 24, "young",
    "Under tentor och nationella prov är våra fem största bibliotek fulla före klockan elva. Vi vill visa var det "
    "finns plats, så att ingen åker förgäves.",
    "Gymnasieelever och studenter som läser på biblioteken",
    Aim("Besökare som hittar en plats", None, 80, "percent",
        "Enkät i appen för läsplatser, två veckor i januari och maj."),
    (2, 1),
    own={
        "audience_analysis": "Alla elever vet redan att det är fullt. De använder Instagram och läser inte skyltar.",
        "why_channel": "En bild på läget i varje läsesal klockan åtta och tolv går fort att ta och är lätt att förstå.",
        "other_ways": "Webben, skyltar vid entrén och bibliotekets egen app för bokning av grupprum.",
    },
)  # fmt: skip
BOOK_CIRCLES = Idea(
    "Sara Ek", "facebook", "Bokcirklar i Göteborg", 11, "culture",
    "Det finns 60 bokcirklar på biblioteken och de flesta söker deltagare. En gemensam plats gör att läsare hittar "
    "en cirkel nära hemmet, på sitt språk och med böcker de tycker om.",
    "Vuxna som vill prata om böcker men inte känner någon att göra det med",
    Aim("Nya deltagare i bokcirklar per termin", 110, 200, "count", "Cirkelledarnas närvarolistor.", "half_year"),
    (3, 2), comments="open",
    own={
        "audience_analysis":
            "I vår enkät bland 240 låntagare sa var tredje att de gärna vill vara med i en bokcirkel. De flesta "
            "visste inte att det fanns en på deras bibliotek. Kvinnor mellan 35 och 70 år är vanligast, män söker "
            "oftare cirklar om fakta och historia.",
        "why_channel":
            "Grupper och evenemang på samma plats gör att en cirkel kan fyllas samma vecka, och cirkelledarna har "
            "redan konto där.",
        "other_ways":
            "Anslag på biblioteken, personalens tips och Boktips från biblioteken. De ger några deltagare per "
            "termin.",
        "not_reached":
            "Den som inte använder Facebook. Alla cirklar står också på webben, och personalen kan anmäla åt den "
            "som vill.",
        "cooperation":
            "Studieförbunden har egna cirklar och vill gärna samordna starttiderna. Borås har gjort detsamma och "
            "fyllde sina cirklar på en månad.",
    },
)  # fmt: skip
HOMEWORK = Idea(
    "Sara Ek", "instagram", "Läxhjälp på biblioteken", 38, "young",
    "Eleverna vet inte vilka dagar läxhjälpen är öppen eller att den är gratis. Volontärerna väntar vid tomma bord på "
    "vissa bibliotek och har kö på andra.",
    "Elever i årskurs 6 till 9 och deras vårdnadshavare",
    Aim("Besök på läxhjälpen per månad", 420, 600, "per_month", "Volontärerna räknar vid varje tillfälle.", "month"),
    (4, 2), until="approved",
    own={
        "audience_analysis":
            "Vi har frågat 85 elever på tre skolor. Sex av tio kände inte till läxhjälpen, och de flesta trodde "
            "att den kostade pengar. Föräldrarna hittar den oftare än eleverna.",
        "why_channel": "Eleverna nämnde Instagram först. Öppettider och ämnen kan ändras samma dag i en händelse.",
        "other_ways": "Skolornas lärplattform, affischer och mentorer. Affischerna fungerar bäst i augusti.",
        "cooperation":
            "Volontärorganisationerna driver läxhjälpen med oss och hjälper till att svara. Elevhälsan tipsar "
            "elever om oss.",
    },
)  # fmt: skip
TIKTOK = Idea(
    "Sara Ek", "tiktok", "Biblioteken på TikTok", 150, "young",
    "Nå tonåringar med boktips i samma format som de redan tittar på.",
    "Tonåringar som läser mindre än en bok om året",
    Aim("Lån av ungdomsböcker per månad", 2600, 3200, "per_month", "Bibliotekssystemet.", "quarter"),
    (1, 1),
)  # fmt: skip
BOARD_GAMES = Idea(
    "Sara Ek", "facebook", "Brädspelskvällar på biblioteken", 95, "culture",
    "Samla alla spelkvällar och göra det enkelt att komma ensam.",
    "Vuxna mellan 20 och 40 år som tycker om att spela",
    Aim("Deltagare per spelkväll", 9, 20, "count", "Räkning på plats.", "quarter"), (1, 1),
)  # fmt: skip
WRITING = Idea(
    "Sara Ek", "web", "Skrivarverkstad för unga", 6, "young",
    "Unga som skriver vill bli lästa. En sida där texter från verkstäderna publiceras ger dem läsare och visar att "
    "biblioteket är en plats att skapa på.",
    "Unga mellan 13 och 20 år som skriver noveller, poesi och fanfiction",
    Aim("Publicerade texter per termin", 0, 60, "count", "Redaktionens lista.", "half_year"), (2, 2),
)  # fmt: skip
LANGUAGE_CAFE = Idea(
    "Jonas Wikner", "facebook", "Språkkafé på biblioteken", 8, "newcomers",
    "Språkkaféerna flyttar ofta, och deltagarna får veta det när dörren är stängd.",
    "Vuxna som övar svenska och volontärer som vill hjälpa till",
    Aim("Deltagare per språkkafé", 14, 22, "count", "Räkning vid varje tillfälle.", "quarter"), (2, 2),
    languages=("sv", "en", "sv-x-ll"),
    own={
        "audience_analysis":
            "Deltagarna pratar tolv språk och är mellan 19 och 80 år. På fyra kaféer har vi frågat hur de hittade "
            "hit: nio av tio genom en vän.",
        "why_channel": "Kaféerna är evenemang med plats och tid. Deltagarna kan bjuda med en vän med ett tryck.",
        "other_ways":
            "Sfi-lärare, affischer i tvättstugor och svenskkaféernas nätverk. De når nya, men inte vid ändringar.",
    },
)  # fmt: skip
GENEALOGY = Idea(
    "Jonas Wikner", "newsletter", "Släktforska med biblioteken", 21, "culture",
    "Tipsa om handledning, nya databaser och träffar. Handledarna svarar i dag på samma frågor i telefon varje vecka.",
    "Släktforskare i Göteborg, nybörjare och vana",
    Aim("Bokade handledningar per månad", 26, 45, "per_month", "Bokningskalendern."), (1, 1), comments="closed",
    own={
        "audience_analysis":
            "Släktforskarna är trogna: medelåldern är 63 år och de flesta läser e-post dagligen. I samtal vid "
            "handledning efterfrågar de korta tips som går att pröva hemma.",
        "other_ways": "Släktforskarföreningens tidning och handledning på plats. Tidningen kommer fyra gånger om året.",
        "not_reached": "Den som inte har e-post. Tipsen skrivs ut och läggs vid databaserna på Stadsbiblioteket.",
    },
)  # fmt: skip
RHYMES = Idea(
    "Parisa Azadi", "facebook", "Bebisrim på biblioteken", 25, "families",
    "Bebisrim är fullt på några bibliotek och nästan tomt på andra. Föräldrarna vill veta var det finns plats samma "
    "morgon, och vi vill att fler barn får rim och sånger på sitt språk.",
    "Föräldrar med barn mellan 3 och 12 månader",
    Aim("Deltagande barn per vecka", 160, 240, "per_week", "Barnbibliotekariernas räkning."), (3, 2),
    languages=("sv", "ar", "so"),
    own={
        "audience_analysis":
            "Föräldrar till bebisar bestämmer sig på morgonen, beroende på hur natten har varit. Vi har frågat 50 "
            "föräldrar på fem bibliotek: 44 använder Facebook, 38 är med i en lokal föräldragrupp.",
        "why_channel":
            "Föräldragrupperna finns där, och ett inlägg klockan åtta kan delas vidare till den som har långt "
            "till nästa grupp.",
        "other_ways":
            "Barnavårdscentralerna tipsar nya föräldrar, och Öppna förskolan hänvisar hit. Ingen av dem vet vad "
            "som är fullt i dag.",
    },
)  # fmt: skip
TWEENS = Idea(
    "Parisa Azadi", "newsletter", "Bokprat för slukaråldern", 17, "schools",
    "Lärarna ber om boktips att läsa högt. Ett brev inför varje lov, med tre böcker och frågor att prata om.",
    "Lärare i årskurs 3 till 6 och skolbibliotekarier",
    Aim("Klasslån av tipsade böcker per termin", 48, 90, "count", "Bibliotekssystemet.", "half_year"), (1, 1),
    comments="closed",
    own={
        "other_ways": "Skolbibliotekariernas träffar och fortbildningsdagar. De hålls två gånger om året.",
    },
)  # fmt: skip
PRACTICE = Idea(
    "Elof Ström", "youtube", "Öva hemma med Kulturskolan", 20, "young",
    "Eleverna träffar sin lärare 20 minuter i veckan. Korta filmer att öva till gör att de inte fastnar däremellan.",
    "Kulturskolans elever mellan 8 och 14 år",
    Aim("Elever som fortsätter till nästa termin", 76, 85, "percent", "Elevregistret.", "half_year"), (3, 2),
    comments="limited",
    own={
        "audience_analysis":
            "Enligt elevregistret slutar var fjärde elev efter första året. I samtal säger de att de fastnar "
            "hemma och skäms när de kommer till lektionen.",
        "why_channel":
            "Filmerna ska gå att stoppa, backa och titta på igen. De flesta elever använder redan YouTube när de "
            "övar.",
        "other_ways": "Noter och ljudfiler i lärplattformen. De används av dem som redan övar mycket.",
        "not_reached": "Elever utan egen skärm. De får låna en platta av Kulturskolan.",
    },
)  # fmt: skip
DANCE = Idea(
    "Vanja Brodin", "instagram", "Dans på Kulturskolan", 44, "young",
    "Killar söker nästan aldrig dans. Med elevernas egna filmer vill vi visa att det finns breakdance, streetdance och "
    "parkour, och att man får prova gratis.",
    "Killar och tjejer mellan 10 och 16 år som aldrig har dansat i grupp",
    Aim("Killar bland de sökande till dans", 6, 20, "percent", "Ansökningssystemet.", "half_year"), (3, 2),
    comments="limited",
    own={
        "audience_analysis":
            "Av 310 sökande till dans i fjol var 19 killar. De som kommit säger att en kompis tog med dem.",
        "why_channel":
            "Elevernas egna korta filmer visar hur det ser ut på riktigt. De vill synas där deras kompisar är.",
        "other_ways": "Prova på-dagar i skolan. De är bra, men vi hinner med åtta skolor om året.",
        "not_reached":
            "Den som är under 13 år och inte har konto. Filmerna visas också på fritidshem och på Kulturskolans "
            "webbplats.",
    },
)  # fmt: skip
