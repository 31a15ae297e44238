"""Proposals from other organisations, so that every queue and list has something in it."""

from .record import Aim, Idea

TRY_SPORTS = Idea(
    "Zahra Mousavi", "facebook", "Prova på-veckan", 15, "families",
    "Hundra föreningar öppnar för nybörjare samma vecka i februari. Familjerna behöver ett ställe att välja på.",
    "Barn 6 till 12 år som inte är med i någon förening, och deras föräldrar",
    Aim("Barn som börjar i en förening efter veckan", 310, 500, "count", "Föreningarnas redovisning i april.", "year"),
    (2, 2), languages=("sv", "en", "ar", "so"),
)  # fmt: skip
TRAILS = Idea(
    "Robin Ahl", "app", "Motionsspåren i Göteborg", 19, "residents",
    "Spårkarta, belysning och underlag. Vi får tjugo samtal om dagen när det har snöat.",
    "Motionärer, skidåkare och skolor",
    Aim("Samtal om spår under säsong per vecka", 130, 60, "per_week", "Kontaktcenters statistik.", "year"), (3, 2),
    comments="closed",
)  # fmt: skip
ALLOTMENTS = Idea(
    "Stina Hage", "facebook", "Kolonilotter i Göteborg", 16, "residents",
    "Kön är lång och många lotter står ouppodlade. En plats att byta, dela och ge bort gör att fler får odla.",
    "Kolonister och de som står i kö",
    Aim("Lotter som delas av två hushåll", 40, 120, "count", "Arrendeavtalen.", "year"), (2, 1),
)  # fmt: skip
PRESCHOOL_MEALS = Idea(
    "Joel Winge", "facebook", "Kocken på förskolan", 26, "applicants",
    "Kockar är svårast att rekrytera. Vi vill visa att det är ett yrke med bra tider och matglada barn.",
    "Kockar och kokerskor på restaurang som vill ha dagtid",
    Aim("Sökande per utlyst kockjobb", 3, 8, "count", "Rekryteringssystemet."), (1, 1),
)  # fmt: skip
MODEL_CITY = Idea(
    "Tobias Renck", "app", "Göteborg i tre dimensioner", 130, "residents",
    "Se hur en ny byggnad skuggar gården, direkt i telefonen.",
    "Boende nära nya detaljplaner",
    Aim("Synpunkter som lämnas via modellen", 0, 300, "count", "Diariet.", "year"), (4, 2), comments="closed",
)  # fmt: skip
NIGHT_SHIFT = Idea(
    "Philip Unger", "facebook", "Natten i äldreomsorgen", 18, "applicants",
    "Nattpersonal är den grupp vi har svårast att bemanna. De som arbetar natt trivs och berättar gärna varför.",
    "Undersköterskor som kan tänka sig att arbeta natt",
    Aim("Sökande till nattjänster per månad", 11, 25, "per_month", "Rekryteringssystemet."), (2, 2),
)  # fmt: skip
LANDLORDS = Idea(
    "Simon Vall", "linkedin", "Boplats för fastighetsbolag", 22, "employers",
    "Små fastighetsbolag känner inte till att de kan lämna lägenheter till oss utan avgift.",
    "Fastighetsbolag med färre än 500 lägenheter",
    Aim("Nya hyresvärdar per år", 12, 25, "count", "Avtalslistan.", "half_year"), (2, 1),
)  # fmt: skip
ENERGY_TIPS = Idea(
    "Tilde Mark", "instagram", "Spara energi hemma", 14, "customers",
    "Elpriset gör att många vill veta vad som lönar sig. Våra energirådgivare svarar redan, en i taget.",
    "Villaägare och bostadsrättsföreningar",
    Aim("Bokade energirådgivningar per månad", 35, 70, "per_month", "Bokningskalendern."), (3, 2),
)  # fmt: skip
BUILDING_STARTS = Idea(
    "Alva Cronhielm", "newsletter", "Byggstart i mitt område", 60, "residents",
    "Tala om när det börjar byggas, hur länge det låter och vem man ringer.",
    "Boende inom 300 meter från en byggarbetsplats",
    Aim("Klagomål om uteblivna besked", 90, 40, "count", "Synpunktshanteringen.", "half_year"), (2, 1),
    comments="closed",
)  # fmt: skip
