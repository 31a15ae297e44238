"""Laws and rules to go through before the start. Kind of channel, of organisation, and comments say which points hold.

The texts are ours, a line each; the law itself is behind the link.
"""

from .entry import Entry, Item

YES, PLAN, NOT_HERE = ("yes", "Vi följer det"), ("plan", "Vi har en plan för det"), ("no", "Gäller inte kanalen")
FOLLOWED = (YES, PLAN)
IF_SO = (YES, PLAN, NOT_HERE)  # for a point that holds only if something is so

OWN = ("web", "e_service", "app")  # on the city's own technology
HOSTED = ("newsletter", "other")  # on the city's own or on somebody else's
ELSEWHERE = ("social", *HOSTED)

STATUTES = "https://www.riksdagen.se/sv/dokument-och-lagar/dokument/svensk-forfattningssamling"
TEXTS = "https://data.riksdagen.se/dokument"
DOS = f"{STATUTES}/lag-20181937-om-tillganglighet-till-digital_sfs-2018-1937/"
OSL = f"{STATUTES}/offentlighets--och-sekretesslag-2009400_sfs-2009-400/"
FL = f"{STATUTES}/forvaltningslag-2017900_sfs-2017-900/"
EU = "https://eur-lex.europa.eu"
GDPR = "EU:s dataskyddsförordning (EU) 2016/679 (GDPR)"


def _law(key: str, about: str, law: str, meaning: str, link: str, **where: object) -> Item:
    return Item(
        key, meaning, "choice", law=law, link=link, missing=f"Svara på punkten om {about}",
        **({"choices": FOLLOWED} | where),  # type: ignore[arg-type]
    )  # fmt: skip


LAWS = Entry(
    "laws", "Lagar och regler", "laws",
    "Gå igenom det som gäller för just den här kanalen. Är ni osäkra, fråga jurist, arkivarie eller dataskyddsombud.",
    (
        _law("accessibility_elsewhere", "tillgänglighet",
             "lag (2018:1937) om tillgänglighet till digital offentlig service (DOS-lagen) 11 §",
             "Gör innehållet tillgängligt så långt det går på plattformen", DOS, kinds=("social",),
             hint="Beskriv bilder i text, texta filmer och börja varje ord i en hashtagg med stor bokstav"),
        _law("accessibility_own", "tillgänglighet",
             "lag (2018:1937) om tillgänglighet till digital offentlig service (DOS-lagen) 10 och 13 §§",
             "Uppfyll de tekniska kraven och publicera en tillgänglighetsredogörelse", DOS, kinds=OWN),
        _law("accessibility_hosted", "tillgänglighet",
             "lag (2018:1937) om tillgänglighet till digital offentlig service (DOS-lagen) 10, 11 och 13 §§",
             "Uppfyll de tekniska kraven och publicera en tillgänglighetsredogörelse om ni själva styr över tekniken, "
             "annars så långt det går", DOS, kinds=HOSTED),
        _law("boards", "kommentarer",
             "lag (1998:112) om ansvar för elektroniska anslagstavlor (BBS-lagen)",
             "Tala om vilka ni är och vilka som kan läsa, ha uppsikt, och ta bort det som är tydligt brottsligt",
             f"{TEXTS}/sfs-1998-112.html", kinds=("social", *OWN, "other"), comments=True,
             hint="Till exempel olaga hot, hets mot folkgrupp och tydliga intrång i upphovsrätten"),
        _law("dsa", "anmälningar till plattformen",
             "förordning (EU) 2022/2065 om digitala tjänster (DSA) och lag (2024:954) med kompletterande bestämmelser",
             "Berätta att innehåll kan anmälas både till er och till plattformen, och lova inget som bara plattformen "
             "kan göra", f"{EU}/eli/reg/2022/2065/oj/swe", kinds=("social",)),
        _law("gdpr", "personuppgifter", f"{GDPR} och lag (2018:218) med kompletterande bestämmelser",
             "Ha rättslig grund för namn, bilder och film, informera dem det gäller, och för in behandlingen i "
             "registerförteckningen", f"{EU}/eli/reg/2016/679/oj/swe"),
        _law("joint", "besöksstatistik", "EU-domstolens dom C-210/16, Wirtschaftsakademie, den 5 juni 2018",
             "Beskriv att ni och plattformen tillsammans ansvarar för personuppgifterna i besöksstatistiken",
             f"{EU}/legal-content/SV/TXT/?uri=CELEX:62016CJ0210", kinds=ELSEWHERE, choices=IF_SO,
             hint="Gäller när den som tillhandahåller tjänsten mäter besöken åt er"),
        _law("transfer", "överföring till länder utanför EU", f"{GDPR} kapitel V",
             "Låt dataskyddsombudet bedöma överföringen om personuppgifter kan hamna utanför EU och EES",
             "https://www.imy.se/verksamhet/dataskydd/det-har-galler-enligt-gdpr/overforing-till-tredje-land/",
             kinds=ELSEWHERE, choices=IF_SO),
        _law("records", "allmänna handlingar",
             "tryckfrihetsförordning (1949:105) 2 kap. och offentlighets- och sekretesslag (2009:400) 5 kap.",
             "Inlägg och kommentarer är allmänna handlingar: håll ordning på dem, så att de går att hitta och lämna ut",
             f"{STATUTES}/tryckfrihetsforordning-1949105_sfs-1949-105/",
             hint="Gäller också kommunala bolag, genom 2 kap. 3 § offentlighets- och sekretesslagen"),
        _law("secrecy", "sekretess", "offentlighets- och sekretesslag (2009:400)",
             "Lämna aldrig ut uppgifter med sekretess, och flytta samtal om enskilda till en säkrare kanal", OSL),
        _law("archive", "arkivering", "arkivlag (1990:782)",
             "Bevara handlingarna, och gallra bara enligt beslut: att ta bort en kommentar är gallring, så spara en "
             "kopia först", f"{STATUTES}/arkivlag-1990782_sfs-1990-782/"),
        _law("copyright", "upphovsrätt",
             "lag (1960:729) om upphovsrätt till litterära och konstnärliga verk (upphovsrättslagen)",
             "Ha rätt att använda bilder, musik, film och text innan ni publicerar",
             f"{STATUTES}/lag-1960729-om-upphovsratt-till-litterara-och_sfs-1960-729/",
             hint="Alla fotografier är skyddade; läs villkoren också för musik som plattformen erbjuder"),
        _law("service", "service", "förvaltningslag (2017:900) 6–8 §§",
             "Hjälp den som hör av sig via kanalen som i andra kanaler, utan onödigt dröjsmål", FL,
             kinds=(*OWN, *HOSTED), organisation="department"),
        _law("service_comments", "service", "förvaltningslag (2017:900) 6–8 §§",
             "Svara på frågor i kommentarerna som i andra kanaler, utan onödigt dröjsmål", FL,
             kinds=("social",), organisation="department", comments=True),
        _law("noticeboard", "anslagstavlan", "kommunallag (2017:725) 8 kap. 9–12 §§",
             "Använd aldrig kanalen i stället för kommunens anslagstavla, som finns på kommunens webbplats",
             f"{STATUTES}/kommunallag-2017725_sfs-2017-725/", kinds=ELSEWHERE, organisation="department"),
        _law("language", "språket", "språklag (2009:600) 11 §", "Skriv vårdat, enkelt och begripligt",
             f"{STATUTES}/spraklag-2009600_sfs-2009-600/"),
        _law("deposit", "pliktexemplar", "lag (2012:492) om pliktexemplar av elektroniskt material",
             "Ta reda på om det ni publicerar ska lämnas till Kungliga biblioteket, och lämna det i så fall",
             f"{TEXTS}/sfs-2012-492.html", kinds=HOSTED, choices=IF_SO),
    ),
)  # fmt: skip
