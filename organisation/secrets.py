"""Whether a text looks as if it tells a password. Pure: the register never keeps one, and knows no user or field.

What is said to be a password is refused also when it is an ordinary word. A word that is not said to be one is refused
when it mixes letters, digits and other signs the way passwords do; a passphrase in a sentence cannot be told from it.
"""

import re

REFUSAL = "Ta bort lösenordet. Registret får inte innehålla lösenord."

# ---- Told: «lösenord: …», «… är lösenordet», «pinkod 4711» -----------------------------------------------
_CUE = r"(?:l[öo]sen(?:ord(?:et|en|ets)?|fras(?:en)?)?|password|passord(?:et)?|passphrase|passwd|pwd)"
_WHERE = r"(?:\s+(?:till|för|på|i|hos)(?:\s+[^\s:=.,]+){1,5}?)?"
_NUMBER = r"\d{4,8}\b(?![-/:.]\d)"  # and not the beginning of a date
_AFTER = re.compile(rf"\b{_CUE}{_WHERE}\s*(är|blir|=|:|->|→|[–-])\s*(?:just\s+)?(?:nu\s+)?", re.IGNORECASE)
_NEXT = re.compile(rf"\b{_CUE}\s+(\S+)", re.IGNORECASE)
_BEFORE = re.compile(rf"(?<!\S)(\S+)\s+(?:är|som|=)\s+(?:\w+\s+)?{_CUE}\b", re.IGNORECASE)
_PIN = re.compile(
    rf"\bpin(?:-?kod(?:en|er)?)?{_WHERE}\s*(?:(?:är|nu|=|:)\s*){{0,3}}{_NUMBER}|"
    rf"\b(?:port|lås|larm|säkerhets|engångs|reserv|inloggnings|upplåsnings)kod(?:en)?\s*(?:är|=|:)?\s*{_NUMBER}|"
    rf"\bkod(?:en)?{_WHERE}\s*(?:är|=|:)\s*{_NUMBER}",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[.,;]\s|[.,;]$|\n")
_LABELLED = re.compile(r"(?:\S+s|nytt|vårt|ert|nya|gamla|tillfälligt|aktuellt)?", re.IGNORECASE)
_PROSE = frozenset(
    "ja nej se saknas byts byt bytt okänt olika personligt personliga unikt unika kvartalsvis månadsvis halvårsvis "
    "årligen regelbundet aldrig alltid lösenordshanteraren lösenordshanterare kommunikatören kommunikatör "
    "chefen".split()
)

# ---- Known by its looks ---------------------------------------------------------------------------------
_KNOWN = re.compile(  # names of systems, most of them with letters and digits
    r"1password|(?:microsoft|office|ms|o|m)-?365|(?:public|edoc|w3d)-?360|w3d3|(?:microsoft|office|windows)\d{1,4}|"
    r"iphone\d{1,2}\w*|keepass(?:xc|\d)?|bitwarden|lastpass|keeper|dashlane|nordpass|passwordstate|2fa|mfa|bankid|siths|"
    r"mp[34]|iso\d{4,5}",
    re.IGNORECASE,
)
_HARMLESS = re.compile(  # addresses, handles, paths, domains, identifiers; numbers, dates and sums
    r"https?://.*|www\..*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[@#][\w.-]+|(?:[\w-]+\.)+[a-zåäö]{2,12}(?:[/?#:].*)?|"
    r"[a-z]:\\.*|\\\\.*|~?[\w.-]*(?:/[\w.-]+)+/?|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32,}|"
    r"[~<>≈±]?\d[\d.,:]*(?:[$€£%]|kr|st)?(?:[/+-]\S*)?",
    re.IGNORECASE,
)
_COMMON = re.compile(
    r"(?:p[a4@]ss?w[o0]rd|l[oö0]sen[o0]rd|passord|qwerty|hej(?:san)?|abc)\d{1,6}\W*|passw0rd\w*", re.IGNORECASE
)
_AROUND = "\"'”’“‘»«`.,;:()[]{}<>?–-…"
_SIGNS = frozenset("!@#$%^*?~¤€£")
_TURNS = re.compile(r"[A-ZÅÄÖ]?[a-zåäöé]+|[A-ZÅÄÖ]+|\d+")


def tells_password(text: str) -> bool:
    """True for «lösenord: …», «pinkod 4711», and for a word that mixes letters, digits and other signs the way
    passwords do. Addresses, dates, numbers, handles and the names of systems are let through.
    """
    return bool(_PIN.search(text)) or _told(text) or any(_looks_made_up(word) for word in text.split())


def _told(text: str) -> bool:
    beside = [*_NEXT.findall(text), *_BEFORE.findall(text)]
    return any(map(_is_secret, beside)) or any(_given_after(text, found) for found in _AFTER.finditer(text))


def _given_after(text: str, found: re.Match[str]) -> bool:
    """Whether what stands after «lösenordet är» or «lösenord:» is a password rather than the rest of a sentence."""
    statement = _BREAK.split(text[found.end() :], maxsplit=1)[0].split()
    value = statement[0] if statement else ""
    bare = value.strip(_AROUND + "!").casefold()
    if _is_secret(value) or (value[:1] in tuple("\"”’“'") and bare):
        return True
    if len(statement) != 1 or not bare or bare in _PROSE or _KNOWN.fullmatch(bare):
        return False
    if found[1].casefold() in ("är", "blir"):
        return not bare.endswith(("t", "a", "e"))  # «lösenordet är personligt», «lösenorden är hemliga»
    label = re.split(r"[\n.,;:!?–•·*-]", text[: found.start()])[-1].strip()
    return found[1] in (":", "=") and bool(_LABELLED.fullmatch(label))  # but «ansvarig för lösenord: chefen»


def _is_secret(word: str) -> bool:
    """Whether a word that is said to be a password can be one: it has a digit or an odd sign among its letters."""
    bare = word.strip(_AROUND)
    if len(bare) < 4 or _KNOWN.fullmatch(bare) or re.fullmatch(r"\d{1,3}[^\W\d][\w-]*(?:/\w+)?", bare):
        return False
    if _HARMLESS.fullmatch(bare):
        return bare.isdigit() and not re.fullmatch(r"(?:19|20)\d\d", bare)
    return any(sign.isdigit() or sign in _SIGNS for sign in bare) and any(map(str.isalpha, bare))


def _looks_made_up(word: str) -> bool:
    bare = word.strip(_AROUND)
    if _HARMLESS.fullmatch(bare) or _KNOWN.fullmatch(bare.rstrip("!")):
        return False
    return bool(_COMMON.fullmatch(bare)) or _mixes_signs(bare) or any(map(_alternates, re.split(r"[\W_]", bare)))


def _mixes_signs(word: str) -> bool:
    """«Sommar2024!», «aB3$xyz9», «P@ssw0rd», «Tr0ub4dor&3»: letters, digits, and another sign among or after them."""
    core = word.rstrip("!")
    if core != word and core.isalnum():  # a sign at the end alone may end a sentence
        return len(word) >= 8 and bool(re.search(r"\d{2}", core)) and not core.isdigit()
    has_both = any(map(str.isdigit, core)) and any(map(str.isalpha, core))
    odd = set(core) & _SIGNS or ("&" in core and re.search(r"[a-zåäö]\d+[a-zåäö]", core))
    return len(word) >= 6 and has_both and bool(odd)


def _alternates(word: str) -> bool:
    """«hX7vQp2Lm», «x7k2m9q4»: letters and digits take turns more often than in a name such as «iPhone15Pro»."""
    turns = len(_TURNS.findall(word))
    both = re.search(r"[a-zåäö]", word) and re.search(r"\d", word)
    return len(word) >= 8 and turns >= 5 and len(word) < 2.5 * turns and bool(both)
