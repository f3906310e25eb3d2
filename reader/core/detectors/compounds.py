"""Compounds whose last part sorts people or adds a feeling: rebel-held, truth-hating."""

from reader.core.lexicon.findings import Finding
from reader.core.lexicon.lexicon import Confidence, Entry
from reader.core.text.tokens import TokenTable

_HYPHENS = str.maketrans("‐‑", "--")

# Ending, category, confidence, note.
_ENDINGS: dict[str, tuple[str, Confidence, str]] = {
    "backed": ("label", "possible", "Ties a group to a backer. Ask what the backing consists of."),
    "controlled": ("label", "possible", "Says who pulls the strings. Ask how far control goes."),
    "leaning": ("label", "possible", "Places people on a side. Ask who did the placing."),
    "linked": ("label", "possible", "Says that there is a link, not which one."),
    "aligned": ("label", "possible", "Places people on a side. Ask who did the placing."),
    "hating": ("label", "confident", "Says what goes on in other people’s hearts."),
    "loving": ("label", "confident", "Says what goes on in other people’s hearts."),
    "worshipping": ("label", "confident", "Turns a preference into a cult."),
    "obsessed": ("emotive", "confident", "Turns an interest into an illness."),
    "crazed": ("emotive", "confident", "Turns a wish into an illness."),
    "fuelled": ("metaphor", "possible", "A picture of fire. Ask what caused what."),
    "fueled": ("metaphor", "possible", "A picture of fire. Ask what caused what."),
    "infested": ("metaphor", "confident", "Speaks of people or places as of vermin."),
    "ridden": ("emotive", "possible", "Lets one trait stand for the whole."),
    "addled": ("emotive", "confident", "Speaks of a mind as of a spoilt egg."),
    "riddled": ("metaphor", "possible", "A picture of holes. Ask how many there are."),
    "busting": ("puffery", "possible", "Praise by force. Ask what was reached."),
    "bashing": ("forceful", "confident", "Makes blows out of words. Ask what was said."),
    "mongering": ("emotive", "confident", "Says that a feeling is being sold."),
    "monger": ("label", "confident", "Says that a feeling is being sold."),
    "shaming": ("emotive", "possible", "Names the aim of the words, not the words."),
    "washing": ("doubt", "possible", "Says that a deed is only paint."),
}
_PLAIN = frozenset("peace-loving home-loving hand-washing brain-washing car-washing".split())


def find_compounds(tokens: TokenTable) -> tuple[Finding, ...]:
    """Return the hyphened compounds whose last part is loaded, names before it or not."""
    found = []
    for index, lower in enumerate(tokens.lowers):
        if len(lower) < 7 or not any(sign in lower for sign in "-‐‑"):
            continue
        word = lower.translate(_HYPHENS)
        kind = _ENDINGS.get(word.rpartition("-")[2])
        if kind is not None and word not in _PLAIN:
            category, confidence, note = kind
            entry = Entry(word, "exact", "adj", category, confidence, note=note)
            span = tokens.span(index, index + 1)
            found.append(Finding(span, "loaded-wording", "wording", category, entry, confidence))
    return tuple(found)
