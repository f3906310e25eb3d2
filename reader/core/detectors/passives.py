"""Passive clauses that name no doer of an act somebody must have done."""

from collections.abc import Sequence

from reader.core.lexicon.findings import Finding
from reader.core.lexicon.lexicon import Entry
from reader.core.text.tokens import TokenTable

_BE = frozenset("was were is are be been being am 's 're get gets got getting gotten".split())
_BETWEEN = frozenset("not n't also then later again both all reportedly".split())
_LONGEST_BETWEEN = 3
_AGENT_WINDOW = 12  # tokens in which a doer with "by" is looked for
_PARTS_AFTER = frozenset("dead down up off out away back apart".split())
_ENDS = frozenset(".?!;:") | {"...", "…", "--", "—", "–"}

# Acts that harm or decide: who did them is part of the news.
_ACTS = frozenset(
    "shot killed gunned beaten kicked punched stabbed tortured executed massacred slaughtered "
    "bombed shelled wounded maimed abducted kidnapped raped assaulted attacked lynched hanged "
    "gassed tear-gassed tasered handcuffed expelled evicted displaced deported uprooted dispersed "
    "purged detained jailed imprisoned silenced censored banned blocked suppressed shut closed "
    "scrapped axed slashed cut privatised privatized sacked fired dismissed laid demoted ousted "
    "toppled removed overthrown destroyed demolished razed bulldozed burned burnt looted poisoned "
    "polluted dumped leaked doctored deleted erased shredded mishandled mismanaged misled "
    "deceived overlooked ignored abandoned excluded denied stripped robbed exploited underpaid "
    "separated seized confiscated annexed occupied spied wiretapped hacked culled".split()
)
# Where nature or chance did it, nobody is left out.
_CHANCE = frozenset(
    "crash accident collision earthquake quake flood floods flooding fire wildfire wildfires "
    "avalanche landslide storm hurricane typhoon tornado cyclone lightning derailment tsunami "
    "blaze heatwave drought eruption fall".split()
)
# What follows "by" in these is a time, a way or an amount, not a doer.
_NO_DOER = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june "
    "july august september october november december noon midnight now then half mistake accident "
    "hand law default means week's weekend".split()
)
_NOTE = "Something was done, and the sentence does not name who did it."


def find_passives(tokens: TokenTable, tags: Sequence[str]) -> tuple[Finding, ...]:
    """Return the passive clauses in which the doer of a harmful or deciding act is missing."""
    found = []
    for first, past_last in tokens.sentences:
        for index in range(first + 1, past_last):
            if tokens.lowers[index] not in _ACTS or tags[index] not in {"VBN", "VBD", "VB", "JJ"}:
                continue
            begin = _auxiliary(tokens.lowers, tags, first, index)
            if begin >= first and _has_no_doer(tokens.lowers, index + 1, past_last):
                found.append(_finding(tokens, begin, _end(tokens.lowers, index, past_last)))
    return tuple(found)


def _auxiliary(lowers: Sequence[str], tags: Sequence[str], first: int, index: int) -> int:
    """Return where the "was" before the participle stands, -1 for none."""
    place = index - 1
    lowest = max(first, index - 1 - _LONGEST_BETWEEN)
    while place > lowest and (lowers[place] in _BETWEEN or tags[place] == "RB"):
        place -= 1
    if lowers[place] not in _BE or _is_getting_object(lowers, place, index):
        return -1
    return place


def _is_getting_object(lowers: Sequence[str], place: int, index: int) -> bool:
    """Tell whether "get" and the participle do not stand side by side ("got him fired")."""
    return lowers[place].startswith("g") and place + 1 != index


def _has_no_doer(lowers: Sequence[str], begin: int, past_last: int) -> bool:
    for index in range(begin, min(past_last, begin + _AGENT_WINDOW)):
        word = lowers[index]
        if word in _ENDS:
            return True
        if word in _CHANCE:
            return False
        if word == "by" and index + 1 < past_last and _names_doer(lowers, index + 1, past_last):
            return False
    return True


def _names_doer(lowers: Sequence[str], index: int, past_last: int) -> bool:
    word = lowers[index]
    is_time = word == "the" and index + 1 < past_last and lowers[index + 1] in {"time", "end"}
    return not (word in _NO_DOER or word[0].isdigit() or word.endswith("ing") or is_time)


def _end(lowers: Sequence[str], index: int, past_last: int) -> int:
    after = index + 1
    if after < past_last and lowers[after] in _PARTS_AFTER:
        return after + 1
    return after


def _finding(tokens: TokenTable, first: int, past_last: int) -> Finding:
    phrase = " ".join(tokens.lowers[first:past_last])
    entry = Entry(phrase, "exact", "verb", "no-doer", "possible", note=_NOTE)
    span = tokens.span(first, past_last)
    return Finding(span, "loaded-wording", "wording", "no-doer", entry, "possible")
