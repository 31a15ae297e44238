"""The columns of the spreadsheet: what each is called, which field of which form it fills, what is written there."""

from dataclasses import dataclass

GOAL = "goal"  # the form of one goal; the other parts are those of the proposal


@dataclass(frozen=True)
class Column:
    """One column. `field` is the name of a field in the form of the part."""

    name: str
    part: str
    field: str
    says: str
    needed: bool = True  # the file must have it; its cells may be empty where the form allows it


COLUMNS: tuple[Column, ...] = (
    Column("kanalnamn", "basics", "title", "kanalens namn, så som det syns för användarna"),
    Column("sort", "basics", "channel_kind", "till exempel Konto i sociala medier, Webbplats eller Nyhetsbrev"),
    Column("plattform", "basics", "platform", "plattformens namn; tom för webbplatser och liknande"),
    Column("annan plattform", "basics", "other_platform", "namnet, när plattformen är Annan plattform", needed=False),
    Column("adress", "basics", "account_address", "kontots adress, till exempel instagram.com/namn"),
    Column("startad", "basics", "account_started", "datum då kontot startades, om det är känt", needed=False),
    Column("organisation", "basics", "organisation", "förvaltningens eller bolagets namn"),
    Column("verksamhet", "basics", "unit", "verksamhetens namn"),
    Column("ansvarig", "basics", "steward", "e-postadress, användarnamn eller namn på den som ansvarar för kontot"),
    Column("syfte", "purpose", "purpose", "varför kontot finns, minst 30 tecken"),
    Column("målgrupp", "audience", "audience", "vilka ni vill nå"),
    Column("språk", "audience", "languages", "ett eller flera, med komma mellan, till exempel Svenska, Engelska"),
    Column("annat språk", "audience", "other_language", "vilket, när ett av språken är Annat", needed=False),
    Column("mål", GOAL, "indicator", "vad ni mäter"),
    Column("nuläge", GOAL, "baseline", "värdet i dag; tomt om det inte är känt än", needed=False),
    Column("nuläget mäts senast", GOAL, "baseline_by", "datum inom tre månader, när nuläget är tomt", needed=False),
    Column("målvärde", GOAL, "target", "värdet ni vill nå, för ett mål i tal", needed=False),
    Column("enhet", GOAL, "measure", "till exempel antal, antal per månad eller procent", needed=False),
    Column("annan enhet", GOAL, "other_measure", "vilken, när enheten är annan", needed=False),
    Column("bedömning", GOAL, "assessment", "hur det märks att målet är nått, för ett mål utan tal", needed=False),
    Column("måldatum", GOAL, "target_date", "till exempel 2027-12-31, inom tre år"),
    Column("mätmetod", GOAL, "method", "hur ni mäter, för ett mål i tal", needed=False),
    Column("uppföljning", GOAL, "interval", "Varje månad, Varje kvartal, Varje halvår eller Varje år"),
    Column("följs upp av", GOAL, "follower", "person eller funktion"),
    Column("funktion", "resources", "staff_1_function", "en funktion som arbetar med kontot"),
    Column("timmar per vecka", "resources", "staff_1_hours", "hur mycket tid den funktionen har"),
    Column("funktion 2", "resources", "staff_2_function", "en funktion till", needed=False),
    Column("timmar per vecka 2", "resources", "staff_2_hours", "hur mycket tid den har", needed=False),
    Column("kommentarer", "resources", "comments", "Öppna, Begränsade eller Stängda"),
    Column("ersätter vid frånvaro", "resources", "stand_in", "person eller funktion"),
)
BY_NAME = {column.name: column for column in COLUMNS}
BESIDE = {"staff": "funktion", "goals": "mål", "kind": "mål", "baseline_unknown": "nuläge"}  # fields without a column


def column_of(part: str, field: str) -> str:
    """The name of the column that fills a field, or nothing."""
    found = (column.name for column in COLUMNS if (column.part, column.field) == (part, field))
    return next(found, BESIDE.get(field, ""))
