"""The rules of the platforms we know: their hosts, what an account name looks like, and what is no account."""

from collections.abc import Mapping

from . import spellings
from .rule import Rule, Way, as_is, lower

POST = "Adressen går till ett enskilt inlägg."
FILM = "Adressen går till en film."
STORY = "Adressen går till en händelse, som snart försvinner."
LIST = "Adressen går till en lista eller en samling."
TAG = "Adressen går till en hashtagg eller en sökning."
EVENT = "Adressen går till ett evenemang."
SHARE = "Det är en delningslänk. Öppna den och kopiera adressen som webbläsaren visar."
PERSON = "Adressen går till en persons profil, och registret gäller verksamheters konton."
GROUP = "Adressen går till en grupp."
OWN = "Adressen går till en av plattformens egna sidor."


def _refused(*sentences: tuple[str, str]) -> Mapping[str, str]:
    """Why a link is no account, by the first part of its path: (POST, "p tv") gives both words that sentence."""
    return {word: sentence for sentence, words in sentences for word in words.split()}


_PLAIN = (Way("", ""),)
_AT = (Way("@", "@"),)
_YOUTUBE_NAMES = r"[\w.·-]{3,30}"
_YOUTUBE_ID = Way("channel/", "channel/", shape=r"UC[A-Za-z0-9_-]{22}", fold=as_is)
_LABEL = r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
_INSTAGRAM_NAMES = r"(?!\.)(?!.*\.\.)[a-z0-9._]{1,30}(?<!\.)"

_ALL = (
    Rule(
        key="facebook", name="Facebook", site="www.facebook.com", example="facebook.com/namn",
        hosts=("facebook.com", "fb.com"), rewrite=spellings.facebook, fold=spellings.facebook_name, typed=_PLAIN,
        ways=(Way("groups/", "groups/", mark="groups/", fold=lower, shape=r"[a-z0-9.]{3,60}"), Way("", "")),
        shape=r"[a-z0-9]{3,60}",
        shape_in_words="Ett användarnamn på Facebook har minst 3 tecken: a–z, siffror och punkt.",
        posts=r"(posts|photos|videos|reels?|permalink|events|notes)/.+",
        refused=_refused(
            (POST, "story.php permalink.php photo photo.php photos notes media"), (STORY, "stories"), (EVENT, "events"),
            (FILM, "watch video video.php videos reel reels live"), (SHARE, "share share.php sharer sharer.php"),
            (TAG, "hashtag search"), (OWN, "login login.php help settings home.php marketplace gaming messages games"),
            (OWN, "notifications plugins dialog policies privacy business ads legal careers directory public l.php"),
            (OWN, "recover friends bookmarks saved fundraisers jobs about people pages p profile.php event.php pg"),
        ),
    ),
    Rule(
        key="instagram", name="Instagram", site="www.instagram.com", example="instagram.com/namn",
        hosts=("instagram.com", "instagr.am"), ways=_PLAIN, typed=_PLAIN, shape=_INSTAGRAM_NAMES,
        shape_in_words="Ett användarnamn på Instagram har 1–30 tecken: a–z, siffror, understreck och punkt, "
        "men inte punkt först, sist eller två i rad.",
        posts=r"(p|reel|tv)/.+",
        refused=_refused(
            (POST, "p"), (FILM, "reel reels tv"), (STORY, "stories s"), (TAG, "explore"), (SHARE, "share"),
            (OWN, "accounts direct about developer legal web api emails challenge session lite"),
        ),
    ),
    Rule(
        key="threads", name="Threads", site="www.threads.com", example="threads.com/@namn",
        hosts=("threads.com", "threads.net"), ways=_AT, typed=_AT, shape=_INSTAGRAM_NAMES,
        shape_in_words="Ett användarnamn på Threads har 1–30 tecken: a–z, siffror, understreck och punkt, "
        "men inte punkt först, sist eller två i rad.",
        posts=r"post/.+",
        refused=_refused((POST, "t post"), (TAG, "search"), (OWN, "login settings activity custom_feed")),
    ),
    Rule(
        key="x", name="X", site="x.com", example="x.com/namn", hosts=("x.com", "twitter.com"),
        ways=_PLAIN, typed=_PLAIN, rewrite=spellings.after_hash, shape=r"[a-z0-9_]{1,15}",
        shape_in_words="Ett användarnamn på X har 1–15 tecken: a–z, siffror och understreck.",
        posts=r"(status|statuses)/.+",
        refused=_refused(
            (TAG, "hashtag search search-advanced explore"), (SHARE, "intent share"),
            (OWN, "i home login logout signup settings messages notifications compose tos privacy about jobs"),
            (OWN, "download account who_to_follow widgets oauth"),
        ),
    ),
    Rule(
        key="tiktok", name="TikTok", site="www.tiktok.com", example="tiktok.com/@namn", hosts=("tiktok.com",),
        ways=_AT, typed=_AT, shape=r"[a-z0-9._]{2,24}(?<!\.)",
        shape_in_words="Ett användarnamn på TikTok har 2–24 tecken: a–z, siffror, understreck och punkt, "
        "men inte punkt sist.",
        posts=r"(video|photo)/.+",
        refused=_refused(
            (FILM, "video v embed"), (SHARE, "t"), (TAG, "tag search discover explore music"), (OWN, "login foryou"),
        ),
    ),
    Rule(
        key="youtube", name="YouTube", site="www.youtube.com", example="youtube.com/@namn",
        hosts=("youtube.com", "youtu.be", "studio.youtube.com"), rewrite=spellings.youtube, typed=(_YOUTUBE_ID, *_AT),
        ways=(_YOUTUBE_ID, Way("c/", "c/", mark="c/"), Way("user/", "user/", mark="user/"), *_AT,
              Way("", "c/", mark="c/")),
        shape=_YOUTUBE_NAMES,
        shape_in_words="Ett användarnamn på YouTube har 3–30 tecken: bokstäver, siffror, understreck, bindestreck och "
        "punkt. Ett kanal-id börjar med UC och har 24 tecken.",
        refused=_refused(
            (FILM, "watch shorts live embed v clip"), (LIST, "playlist"), (POST, "post"), (TAG, "hashtag results"),
            (SHARE, "attribution_link redirect"),
            (OWN, "feed gaming premium about t account upload oembed community kids music videos signin"),
        ),
    ),
    Rule(
        key="linkedin", name="LinkedIn", site="www.linkedin.com", example="linkedin.com/company/namn",
        hosts=("linkedin.com",), typed=(Way("company/", "company/"),),
        ways=(Way("company/", "company/"), Way("school/", "school/", mark="school/"),
              Way("showcase/", "showcase/", mark="showcase/")),
        shape=r"[\w.&'’·+–-]{1,100}",
        shape_in_words="Namnet på en sida på LinkedIn har bokstäver, siffror och bindestreck, inga mellanslag.",
        refused=_refused(
            (PERSON, "in pub profile"), (GROUP, "groups"), (EVENT, "events"), (POST, "posts pulse"),
            (TAG, "search"), (OWN, "feed jobs login learning help legal mynetwork messaging newsletters sharing"),
        ),
    ),
    Rule(
        key="bluesky", name="Bluesky", site="bsky.app", example="bsky.app/profile/namn.bsky.social",
        hosts=("bsky.app",), ways=(Way("profile/", "profile/"),), typed=(Way("profile/", "profile/"),), dotted=True,
        shape=rf"(?=.{{1,253}}$)({_LABEL}\.)+[a-z]([a-z0-9-]{{0,61}}[a-z0-9])?"
        r"|did:plc:[a-z2-7]{24}|did:web:[a-z0-9.-]{1,240}",
        shape_in_words="Ett användarnamn på Bluesky är ett värdnamn, till exempel namn.bsky.social.",
        posts=r"post/.+",
        refused=_refused((TAG, "search hashtag"), (LIST, "starter-pack feeds lists"), (OWN, "settings")),
    ),
    Rule(
        key="mastodon", name="Mastodon", site="", example="@namn@server.se", hosts=(), rewrite=spellings.mastodon,
        ways=_AT, typed=_AT, shape=r"[a-z0-9_]([a-z0-9_.-]{0,28}[a-z0-9_])?@[a-z0-9.-]+(:[0-9]+)?",
        shape_in_words="Ett konto på Mastodon skrivs @namn@server.se, och namnet har högst 30 tecken: a–z, siffror, "
        "understreck, punkt och bindestreck.",
        posts=r"[0-9]+(/.*)?",
    ),
    Rule(
        key="pinterest", name="Pinterest", site="www.pinterest.com", example="pinterest.com/namn",
        hosts=("pinterest.com", "pinterest.se", "pinterest.dk", "pinterest.de", "pinterest.fr", "pinterest.co.uk"),
        ways=_PLAIN, typed=_PLAIN, shape=r"[a-z0-9_]{3,30}",
        shape_in_words="Ett användarnamn på Pinterest har 3–30 tecken: a–z, siffror och understreck.",
        refused=_refused(
            (POST, "pin"), (TAG, "search ideas explore topics today categories"),
            (OWN, "login settings business about _tools pin-builder password"),
        ),
    ),
    Rule(
        key="snapchat", name="Snapchat", site="www.snapchat.com", example="snapchat.com/add/namn",
        hosts=("snapchat.com",), ways=(Way("add/", "add/"), Way("@", "add/")), typed=(Way("add/", "add/"),),
        shape=r"[a-z][a-z0-9._-]{1,18}[a-z0-9]", posts=r"(spotlight|highlight)/.+",
        shape_in_words="Ett användarnamn på Snapchat har 3–20 tecken och börjar med en bokstav: a–z, siffror, punkt, "
        "bindestreck och understreck.",
        refused=_refused(
            (FILM, "spotlight"), (STORY, "s story stories p"), (TAG, "discover explore lens"), (SHARE, "t"),
        ),
    ),
    Rule(
        key="flickr", name="Flickr", site="www.flickr.com", example="flickr.com/photos/namn", hosts=("flickr.com",),
        ways=(Way("photos/", "photos/"), Way("people/", "photos/")), typed=(Way("photos/", "photos/"),),
        fold=spellings.flickr_name, shape=r"[0-9]+@N[0-9]+|[a-z0-9_-]{1,60}", posts=r"[0-9]+(/.*)?",
        shape_in_words="Ett användarnamn på Flickr har bokstäverna a–z, siffror, bindestreck och understreck.",
        refused=_refused((GROUP, "groups"), (TAG, "explore search"), (OWN, "help services account")),
    ),
    Rule(
        key="vimeo", name="Vimeo", site="vimeo.com", example="vimeo.com/namn", hosts=("vimeo.com",),
        ways=(Way("channels/", "channels/", mark="channels/"), Way("", "")), typed=_PLAIN, number=FILM,
        shape=r"[a-z0-9_-]{1,60}", posts=r"[0-9]+",
        shape_in_words="Ett användarnamn på Vimeo har bokstäverna a–z, siffror, bindestreck och understreck.",
        refused=_refused(
            (GROUP, "groups"), (LIST, "album showcase ondemand"), (EVENT, "event"), (TAG, "search categories tag"),
            (FILM, "watch video manage"), (OWN, "upgrade features log_in join blog help settings upload"),
        ),
    ),
    Rule(
        key="app_store", name="App Store", site="apps.apple.com", example="apps.apple.com/se/app/namn/id123456789",
        hosts=("apps.apple.com", "itunes.apple.com"), rewrite=spellings.app_store, fold=spellings.app_number,
        ways=(Way("app/", "se/app/"),), typed=(Way("app/", "se/app/"),), shape=r"id[0-9]{5,15}",
        shape_in_words="En app i App Store har ett nummer som börjar med id, till exempel id123456789.",
    ),
    Rule(
        key="google_play", name="Google Play", site="play.google.com", hosts=("play.google.com",),
        example="play.google.com/store/apps/details?id=se.exempel.app", rewrite=spellings.google_play, fold=as_is,
        ways=(Way("details/", "store/apps/details?id="),), typed=(Way("details/", "store/apps/details?id="),),
        dotted=True, shape=r"[A-Za-z][A-Za-z0-9_]*(\.[A-Za-z][A-Za-z0-9_]*)+",
        shape_in_words="En app i Google Play har ett namn med punkter, till exempel se.exempel.app.",
    ),
    Rule(
        key="spotify", name="Spotify", site="open.spotify.com", example="open.spotify.com/show/ och poddens id",
        hosts=("open.spotify.com",), rewrite=spellings.spotify, fold=as_is, ways=(Way("show/", "show/"),),
        typed=(Way("show/", "show/"),), shape=r"[A-Za-z0-9]{22}",
        shape_in_words="En podd på Spotify har ett id med 22 bokstäver och siffror.",
        refused=_refused(
            (POST, "episode track"), (LIST, "playlist album collection"), (PERSON, "user"), (TAG, "search genre"),
        ),
    ),
)  # fmt: skip

RULES: Mapping[str, Rule] = {rule.key: rule for rule in _ALL}
