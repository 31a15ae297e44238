"""What the authors answer about plans, cooperation, resources and preparedness."""

SHARED_PARTLY = (
    "Större händelser lämnar vi gärna till stadens gemensamma sida. Vardagsfrågorna blir för smala för den.",
    "De gemensamma kanalerna kan dela vårt bästa innehåll några gånger om året, men inte svara på frågor.",
    "Vi har fått två inslag publicerade. De nådde många men väldigt få i vår målgrupp.",
    "Ja, vid kris. Annars drunknar vi bland allt annat.",
)
SHARED_NO = (
    "Målgruppen följer inte stadens gemensamma sida.",
    "Vårt innehåll ändras från dag till dag och skulle tränga undan det som gäller alla.",
    "Innehållet gäller en liten grupp. De flesta som följer staden har ingen nytta av det.",
    "Språk och ton skiljer sig för mycket.",
)
COOPERATION = (
    "Malmö och Stockholm har liknande kanaler och delar gärna med sig av sina rutiner.",
    "Vi har träffat motsvarande verksamhet i Borås och Mölndal. De rekommenderade att börja med två inlägg i veckan.",
    "Regionen gör något liknande. Vi har kommit överens om vem som svarar på vad.",
    "Nej, vi har sökt i registret och frågat i nätverket för kommunikatörer utan att hitta någon.",
    "Studieförbund och föreningar vill vara med. De får lämna tips men inte publicera.",
    "Grannförvaltningen funderar på samma sak. Vi har bestämt att börja och bjuda in dem efter ett halvår.",
    "Universitetets studenter hjälper oss att mäta. Någon annan kanal att slå ihop oss med finns inte.",
    "Inga i staden. I Västsverige finns ett nätverk som ses en gång per termin.",
)
MONITORING = (
    "En av oss tittar morgon, lunch och före hemgång. Aviseringar är på under arbetstid.",
    "Vi har ett rullande schema, en vecka i taget. Den som har veckan svarar också på meddelanden.",
    "Kontaktcenter tar frågor till klockan 18, vi resten på vardagar.",
    "Redaktören bevakar förmiddagar, kollegan eftermiddagar. Kommentarer stängs under storhelger.",
    "Två gånger om dagen, och direkt när vi själva har publicerat något.",
    "Inkorgen är kopplad till funktionsbrevlådan, som alltid är bemannad på vardagar.",
)
STAND_IN = (
    "En kollega i samma grupp",
    "Förvaltningens kommunikatör",
    "Enhetschefen",
    "Samordnaren",
    "Redaktionen, enligt schema",
    "Administratören på enheten",
    "Kollega på grannenheten",
)
TRAINING = {
    "privacy": "Förvaltningens dataskyddsombud håller en genomgång för oss innan kanalen startar.",
    "accessibility": "Vi går stadens webbkurs i tillgänglighet, klart före start.",
    "records": "Arkivarien har lovat en halvdag om allmänna handlingar innan vi publicerar något.",
    "copyright": "Upphovsrätt läser vi in med stadens handbok och ett studiebesök hos kommunikationsavdelningen.",
    "comments": "En av oss går kursen i att bemöta kommentarer före start, den andra inom tre månader.",
}
PLANS = (
    ("yes", ""),
    ("yes", ""),
    ("yes", ""),
    ("later", "Vid revideringen i höst"),
    ("none", ""),
    ("later", "Januari nästa år"),
)
COLLEAGUES = (
    "Kommunikatör", "Assistent", "Samordnare", "Administratör", "Redaktör", "Utvecklare", "Projektledare",
    "Handläggare",
)  # fmt: skip
LACKS: tuple[dict[str, str], ...] = (
    {},
    {"privacy": "training"},
    {"accessibility": "training", "records": "training"},
    {},
    {"copyright": "training"},
    {"comments": "training"},
    {"records": "lacking"},
)
SOURCES = {  # words by which an analysis gives away what it is built on
    "statistics": ("statistik", "av tio", "två av tre", "var femte", "två tredjedelar"),
    "survey": ("enkät", "undersökning"),
    "interviews": ("intervju", "frågat", "vi frågade"),
    "dialogue": ("samtal", "referensgrupp", "dialog", "rådet", "pratat", "deltagarna"),
}
ASSESSED = (
    ("Informationen är lätt att förstå", "En läsargrupp på fem personer kan svara rätt på tre frågor om innehållet."),
    ("Vi upplevs som lätta att nå", "De som frågat oss svarar i enkäten att de fick hjälp och ett vänligt bemötande."),
    (
        "Innehållet speglar hela staden",
        "Redaktionen går igenom ett kvartal: alla stadsområden och åldrar ska finnas med.",
    ),
    ("Arbetet håller utan eldsjälar", "Kanalen fungerar som vanligt en månad när den som brukar sköta den är borta."),
    ("Kritik leder till ändring", "Vi kan visa minst tre saker som ändrats efter synpunkter i kanalen."),
)
ENDINGS = {  # what a channel description ends with; «{}» is the city
    "facebook": (" Regler: goteborg.se/socialamedier",),
    "tiktok": (" Regler: goteborg.se/socialamedier",),
    "social": (
        " En del av Göteborgs Stad. Regler: goteborg.se/socialamedier",
        " Göteborgs Stad. Regler: goteborg.se/socialamedier",
        " Från Göteborgs Stad. Så gör vi: goteborg.se/socialamedier",
    ),
    "company": (" Ett bolag i Göteborgs Stad. Regler: goteborg.se/socialamedier",),
    "else": (
        " Göteborgs Stad ansvarar för innehållet. Så hanterar vi personuppgifter: goteborg.se/personuppgifter",
        " En tjänst från Göteborgs Stad. Frågor besvaras av kontaktcenter på vardagar.",
        " Utges av Göteborgs Stad. Läs om dina rättigheter på goteborg.se/personuppgifter",
    ),
}
# what was asked for, by part, and what was then added to which answer
RETURNED: tuple[tuple[dict[str, str], dict[str, tuple[str, str]]], ...] = (
    (
        {"audience": "Vad bygger ni målgruppens vanor på? Skriv gärna varifrån siffrorna kommer."},
        {"audience": ("audience_analysis", " Uppgifterna kommer från vår besöksstatistik och tolv intervjuer.")},
    ),
    (
        {"resources": "Vem svarar när ni har möte, och vid sjukdom samma dag?"},
        {"resources": ("stand_in", ", vid möten och sjukdom den som har telefonen")},
    ),
    (
        {"purpose": "Beskriv vad ni vill att människor ska göra, inte bara att de ska se er."},
        {"purpose": ("purpose", " Vi märker att vi lyckas när fler kommer hit eller slipper ringa.")},
    ),
    (
        {
            "scan": "Prata med redaktörerna för de liknande kanalerna innan ni bestämmer er.",
            "resources": "Skriv hur ni gör under sommaren.",
        },
        {
            "scan": ("cooperation", " Vi har nu träffat redaktörerna för de liknande kanalerna."),
            "resources": ("stand_in", ", på sommaren vikarien"),
        },
    ),
    (
        {"audience": "Vilka missar ni? Det behöver framgå hur de får samma information."},
        {"audience": ("not_reached", " Vi går igenom listan med handläggarna varje höst.")},
    ),
)
REMARKS = (
    "Bra underlag. Stäm av namnet mot stadens råd innan ni skapar kontot.",
    "Vi behöver enas om vem som svarar vid en kris. Ta kontakt med mig före start.",
    "Följ upp efter sex månader. Når ni inte målgruppen bör kanalen läggas ner.",
    "Samordna bildspråk och ton med förvaltningens andra konton.",
)
CONDITIONS = (
    "", "", "", "Godkänns i ett år. Därefter ny bedömning mot målen.", "", "Kommentarer ska vara stängda under helger.",
    "Två personer ska ha tillgång innan kanalen startar.", "",
)  # fmt: skip
