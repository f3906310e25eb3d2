"""The forms of an English word, and the base forms that a word may have."""

from functools import lru_cache

from reader.core.text.tagging import Part

# base: past, past participle (when it differs), third person and -ing are regular.
_IRREGULAR = """
arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become
begin began begun|bend bent|bet bet|bid bid|bind bound|bite bit bitten|bleed bled|blow blew blown
break broke broken|breed bred|bring brought|broadcast broadcast|build built|burst burst|buy bought
cast cast|catch caught|choose chose chosen|cling clung|come came come|cost cost|creep crept|cut cut
deal dealt|dig dug|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten
fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fling flung|fly flew flown
forbid forbade forbidden|forecast forecast|foresee foresaw foreseen|forget forgot forgotten
forgive forgave forgiven|forsake forsook forsaken|freeze froze frozen|get got gotten
give gave given|go went gone|grind ground|grow grew grown|hang hung|have had|hear heard
hide hid hidden|hit hit
hold held|hurt hurt|keep kept|know knew known|lay laid|lead led|leap leapt|leave left|lend lent
let let|lie lay lain|light lit|lose lost|make made|mean meant|meet met|mislead misled
mistake mistook mistaken|misunderstand misunderstood|outdo outdid outdone
overcome overcame overcome|override overrode overridden|overrun overran overrun
oversee oversaw overseen
overtake overtook overtaken|overthrow overthrew overthrown|pay paid|plead pled|put put|quit quit
read read|rebuild rebuilt|rend rent|rid rid|ride rode ridden|ring rang rung|rise rose risen
run ran run|say said|see saw seen|seek sought|sell sold|send sent|set set|shake shook shaken
shed shed|shine shone|shoot shot|show showed shown|shrink shrank shrunk|shut shut|sing sang sung
sink sank sunk|sit sat|slay slew slain|sleep slept|slide slid|sling slung|slit slit
speak spoke spoken|speed sped|spend spent|spin spun|spit spat|split split|spread spread
spring sprang sprung
stand stood|steal stole stolen|stick stuck|sting stung|stink stank stunk|stride strode
strike struck stricken|string strung|strive strove striven|swear swore sworn|sweep swept
swell swelled swollen|swim swam swum|swing swung|take took taken|teach taught|tear tore torn
tell told|think thought|throw threw thrown|thrust thrust|tread trod trodden
undergo underwent undergone|understand understood|undertake undertook undertaken|undo undid undone
uphold upheld|upset upset|wake woke woken|wear wore worn|weave wove woven|weep wept|win won
wind wound|withdraw withdrew withdrawn|withhold withheld|withstand withstood|wring wrung
write wrote written|be was been|do did done
"""
_BE = frozenset("be am is are was were been being 's 're 'm".split())
_EXTRA_FORMS = {
    "strike": ("struck",),
    "bid": ("bade", "bidden"),
    "hang": ("hanged",),
    "light": ("lighted",),
    "plead": ("pleaded",),
    "leap": ("leaped",),
    "speed": ("speeded",),
    "get": ("got",),
    "have": ("has", "having", "'ve"),
    "do": ("does", "doing"),
    "lie": ("lying", "lied"),
    "die": ("dying",),
    "tie": ("tying",),
    "vie": ("vying",),
    "forecast": ("forecasted",),
    "broadcast": ("broadcasted",),
    "dye": ("dyeing",),
    "singe": ("singeing",),
}
_PLURALS = {
    "man": "men", "woman": "women", "child": "children", "person": "people", "foot": "feet",
    "tooth": "teeth", "goose": "geese", "mouse": "mice", "ox": "oxen", "criterion": "criteria",
    "phenomenon": "phenomena", "crisis": "crises", "analysis": "analyses", "thesis": "theses",
    "hypothesis": "hypotheses", "oasis": "oases", "diagnosis": "diagnoses", "basis": "bases",
    "knife": "knives", "life": "lives", "wife": "wives", "wolf": "wolves", "half": "halves",
    "leaf": "leaves", "loaf": "loaves", "thief": "thieves", "shelf": "shelves", "elf": "elves",
    "calf": "calves", "hoof": "hooves", "self": "selves", "cactus": "cacti", "focus": "foci",
    "stimulus": "stimuli", "fungus": "fungi", "alumnus": "alumni", "elite": "elites",
    "hero": "heroes", "potato": "potatoes", "tomato": "tomatoes", "echo": "echoes",
    "veto": "vetoes", "embargo": "embargoes", "torpedo": "torpedoes", "index": "indices",
    "bureau": "bureaux", "plateau": "plateaux", "stratum": "strata",
}  # fmt: skip
_COMPARISONS = {
    "good": ("better", "best"),
    "bad": ("worse", "worst"),
    "far": ("farther", "farthest", "further", "furthest"),
    "little": ("less", "least"),
    "much": ("more", "most"),
    "many": ("more", "most"),
}
_VOWELS = "aeiou"
# Two syllables, stress on the last: the consonant doubles although the word is longer.
_DOUBLING = frozenset(
    "admit commit permit submit omit emit transmit remit refer prefer defer infer confer transfer "
    "deter occur incur recur concur rebel compel expel propel repel dispel control patrol regret "
    "abet rebut equip overlap outwit unzip kidnap handicap program worship backstab "
    "forbid forget begin beset upset offset reset overrun undercut overstep format".split()
)
_BRITISH = ("travel cancel label model level fuel signal rival quarrel marshal channel counsel "
            "duel funnel marvel panel tunnel shovel dial total libel stencil snivel gruel "
            "target focus bias worship kidnap").split()  # fmt: skip


def _irregular_table() -> dict[str, tuple[str, ...]]:
    table = {}
    for row in _IRREGULAR.replace("\n", "|").split("|"):
        base, *forms = row.split() or [""]
        if base:
            table[base] = tuple(forms)
    return table


_PAST = _irregular_table()


@lru_cache(maxsize=50_000)
def inflections(head: str, part: Part | None) -> frozenset[str]:
    """Return all lower-case forms of a word, itself included.

    Args:
        head: One word; a compound is inflected at its end (`fear-monger`).
        part: Its part of speech; None stands for noun and verb, and for what its ending shows.
    """
    word = head.lower().replace("’", "'")
    first, hyphen, last = word.rpartition("-")
    forms = {word}
    if last.isalpha():
        if part in {"verb", None}:
            forms.update(first + hyphen + form for form in _verb_forms(last))
        if part in {"noun", None}:
            forms.add(first + hyphen + _plural(last))
        if part == "adj" or (part == "adv" and last in _COMPARISONS):
            forms.update(first + hyphen + form for form in _comparisons(last))
    return frozenset(forms)


def _ends_short(word: str) -> bool:
    """Tell whether the last consonant doubles before -ed, -ing, -er."""
    if word in _DOUBLING:
        return True
    if len(word) < 3 or word[-1] in _VOWELS + "wxy" or word[-2] not in _VOWELS:
        return False
    if word[-3] in _VOWELS and not (word[-3] == "u" and word[-4:-3] == "q"):
        return False
    groups = sum(
        1 for i, c in enumerate(word) if c in _VOWELS + "y" and word[i - 1 : i] not in [*_VOWELS]
    )
    return groups == 1


def _stems(word: str) -> tuple[str, ...]:
    """Return what stands before -ed and -ing; two where British and American differ."""
    if word.endswith("c"):
        return (word + "k",)
    if _ends_short(word):
        return (word + word[-1],)
    if word in _BRITISH or word.endswith(("el", "al")):
        return word + word[-1], word
    return (word,)


def _third(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")) or word in {
        "go",
        "do",
        "veto",
        "echo",
        "undergo",
    }:
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in [*_VOWELS]:
        return word[:-1] + "ies"
    return word + "s"


def _verb_forms(word: str) -> set[str]:
    if word == "be":
        return set(_BE)
    forms = {word, _third(word), *_EXTRA_FORMS.get(word, ())}
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        forms.add(word[:-1] + "ing" if not word.endswith("ie") else word[:-2] + "ying")
        past = {word + "d"}
    else:
        forms.update(stem + "ing" for stem in _stems(word))
        past = {stem + "ed" for stem in _stems(word)}
        if word.endswith("e"):
            past = {word + "d"}
        elif word.endswith("y") and word[-2:-1] not in [*_VOWELS]:
            past = {word[:-1] + "ied"}
    irregular = _PAST.get(word)
    if irregular is None:
        irregular = next((_with_prefix(word, base) for base in ("re", "un", "out") if
                          word.startswith(base) and word[len(base):] in _PAST), None)  # fmt: skip
    return forms | (set(irregular) if irregular else past)


def _with_prefix(word: str, prefix: str) -> tuple[str, ...]:
    return tuple(prefix + form for form in _PAST[word[len(prefix) :]])


def _plural(word: str) -> str:
    if word in _PLURALS:
        return _PLURALS[word]
    if word.endswith("man") and word not in {"human", "german", "roman", "ottoman", "talisman"}:
        return word[:-3] + "men"
    if word.endswith("woman"):
        return word[:-5] + "women"
    return _third(word)


def _comparisons(word: str) -> set[str]:
    if word in _COMPARISONS:
        return set(_COMPARISONS[word])
    if word.endswith("e"):
        return {word + "r", word + "st"}
    if word.endswith("y"):
        return {word[:-1] + "ier", word[:-1] + "iest"}
    stem = word + word[-1] if _ends_short(word) else word
    return {stem + "er", stem + "est"} if len(word) <= 7 else set()


_BASE_OF_PAST = {form: base for base, forms in reversed(_PAST.items()) for form in forms}
_BASE_OF_PAST |= {form: base for base, forms in _EXTRA_FORMS.items() for form in forms}
_BASE_OF_PAST |= dict.fromkeys(_BE, "be")


@lru_cache(maxsize=50_000)
def verb_lemmas(form: str) -> tuple[str, ...]:
    """Return the verbs that `form` (lower case) may be a form of, the likeliest first."""
    found = [_BASE_OF_PAST[form]] if form in _BASE_OF_PAST else []
    for ending in ("s", "ed", "ing"):
        if form.endswith(ending) and len(form) > len(ending) + 1:
            stem = form[: -len(ending)]
            guesses = [stem, stem + "e", stem[:-1]]
            if stem.endswith("i"):
                guesses.append(stem[:-1] + "y")
            if ending == "s" and stem.endswith("e"):
                guesses.append(stem[:-1])
            if ending == "s" and stem.endswith("ie"):
                guesses.append(stem[:-2] + "y")
            if ending == "ing" and stem.endswith("y"):
                guesses.append(stem[:-1] + "ie")
            found += [g for g in guesses if len(g) > 1 and form in inflections(g, "verb")]
    found.append(form)
    return tuple(dict.fromkeys(found))
