"""What may follow a verb that reports: a clause, a thing, an infinitive, a preposition."""

from reader.core.attribution.cue_list import Cue

_ADDRESSED = frozenset(
    "tell ask remind inform assure warn advise urge notify promise beg reassure instruct "
    "counsel caution exhort implore".split()
)
# Verbs that take a thing as well as a clause: "mentioned the road", "feared the flood".
_TAKES_OBJECT = frozenset(
    "mention discuss address recount relate narrate repeat echo reiterate convey express voice "
    "want prefer fear expect like love hate admire trust distrust consider view remember "
    "recall recognize recognise imagine dread dislike resent anticipate envision understand "
    "articulate post tweet retweet report summarise summarize describe rehearse recite".split()
)
# Verbs that report only with a clause: "found the gun", "maintained the road" report nothing.
_TAKES_CLAUSE = frozenset("find hold learn maintain demonstrate reflect decide".split())
# Verbs whose object is no report: "invited the mayor", "filed the form", "cast a vote".
_TAKES_NO_OBJECT = frozenset(
    "invite introduce file threaten survey celebrate favor favour hammer vote cast present spot "
    "notice stump fight".split()
)
# Verbs that report beside a quotation or *that* only; some name what was spoken about.
_ALONE = {"continue": "", "go on": "", "speak": "p", "talk": "p"}
_OF_CLASS = {
    "neutral": "cpr",
    "formal": "cni",
    "argument": "c",
    "endorsing": "cn",
    "distancing": "cnip",
    "conceding": "cnp",
    "insisting": "cnp",
    "attack": "np",
    "blame": "np",
    "approval": "n",
    "naming": "n",
    "asking": "nip",
    "manner": "c",
    "mind": "cip",
    "counter-factive": "cn",
    "showing": "cn",
    "refusal": "",
}


def is_addressed(cue: Cue) -> bool:
    """Tell whether a verb names the one it is said to: "told reporters that"."""
    return cue.entry.phrase in _ADDRESSED


def class_frames(cue: Cue) -> str:
    """Return what may follow the verbs of a class; single verbs may differ."""
    return _OF_CLASS.get(cue.verb_class, "")


def frames_of(cue: Cue) -> str:
    """Return what may follow a verb: c(lause), n(oun), i(nfinitive), p(reposition), late (r)."""
    phrase = cue.entry.phrase
    if phrase in _TAKES_CLAUSE:
        return "c"
    if phrase in _ALONE:
        return _ALONE[phrase]
    if phrase in _TAKES_NO_OBJECT:
        return class_frames(cue).replace("n", "")
    own = ("n" if phrase in _TAKES_OBJECT else "") + ("s" if phrase.startswith("be ") else "")
    return class_frames(cue) + own
