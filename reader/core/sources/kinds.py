"""What kind of source some words describe: the words for roles and organisations.

Of a description the head says most ("a police union leader" speaks for a union), then what it is
the head of ("a spokesman for the army"). Words such as *president* or *director* are found in
every kind of body: they count only where the body itself has no word here.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Literal

Identification = Literal["named-with-role", "named", "described", "group", "unnamed"]
SourceKind = Literal[
    "official",
    "military",
    "party",
    "expert",
    "business",
    "civil-society",
    "citizen",
    "armed-group",
    "media",
    "document",
    "unclear",
]

_STRONG: Mapping[SourceKind, str] = {
    "document": (
        "report reports study studies document documents record records survey poll polls "
        "statement paper letter memo lawsuit complaint filing filings ruling transcript audit "
        "figures data file email emails indictment affidavit analysis review census register "
        "statistics manifesto leaflet notice website database minutes verdict judgment "
        "judgement petition testimony communique bulletin dossier footage log invoice "
        "contract diary text release investigation inquiry"
    ),
    "armed-group": (
        "militia militias rebel rebels insurgent insurgents militant militants guerrilla "
        "guerrillas separatist separatists fighter fighters paramilitary paramilitaries "
        "gunmen warlord"
    ),
    "military": (
        "army navy military general colonel lieutenant sergeant soldier soldiers troops "
        "pentagon commander admiral captain marine marines airman veteran veterans brigadier "
        "corporal gen gen. col col. lt lt. sgt. capt. maj. brig. garrison regiment coastguard "
        "nato"
    ),
    "party": (
        "campaign candidate candidates party democrats republicans democrat republican labour "
        "tory tories conservatives liberals greens nominee strategist caucus delegate "
        "delegates opposition frontbencher backbencher whip pollster gop operative operatives"
    ),
    "official": (
        "minister ministers mayor governor senator senators congressman congresswoman "
        "councillor councillors councilman councilwoman alderman official officials police "
        "policeman policewoman detective constable superintendent sheriff inspector "
        "prosecutor prosecutors judge judges magistrate court tribunal coroner government "
        "administration ministry department ambassador envoy diplomat diplomats commissioner "
        "council chancellor lawmaker lawmakers legislator legislators congress parliament mp "
        "mps mep meps premier attorney authorities authority regulator regulators commission "
        "ombudsman treasury kremlin bureau embassy consulate cabinet senate bundestag king "
        "queen prince princess monarch firefighter firefighters ranger rangers customs "
        "taoiseach sen. rep. gov. nhs fbi cia un eu nasa"
    ),
    "media": (
        "newspaper newspapers magazine journalist journalists reporter reporters editor "
        "editors broadcaster broadcasters columnist correspondent presenter blogger tabloid "
        "newsroom newsreader media press cnn bbc reuters tass interfax xinhua bloomberg afp "
        "outlet gazette"
    ),
    "expert": (
        "professor professors researcher researchers scientist scientists economist "
        "economists expert experts analyst analysts doctor doctors lecturer historian "
        "historians university college lawyer lawyers solicitor barrister scholar scholars "
        "academic academics epidemiologist physician physicians surgeon nurse nurses "
        "psychologist psychiatrist sociologist geologist biologist ecologist virologist "
        "meteorologist forecaster forecasters engineer engineers physicist chemist astronomer "
        "archaeologist statistician paediatrician pediatrician criminologist demographer "
        "theologian philosopher linguist specialist specialists consultant veterinarian "
        "midwife teacher teachers botanist oceanographer curator seismologist volcanologist "
        "hydrologist pathologist oncologist cardiologist"
    ),
    "civil-society": (
        "union unions association charity charities campaigner campaigners activist activists "
        "foundation church bishop archbishop cardinal pastor priest vicar imam rabbi nun monk "
        "ngo society coalition advocate advocates organiser organisers organizer organizers "
        "federation pope vatican mosque synagogue volunteer volunteers protester protesters "
        "demonstrator demonstrators trust club parish congregation guild"
    ),
    "business": (
        "company companies firm firms ceo owner bank banks investor investors employer "
        "employers retailer retailers manufacturer corporation entrepreneur baker brewer "
        "shopkeeper shopkeepers farmer farmers landlord landlords operator developer "
        "developers supplier suppliers airline trader traders broker brokers restaurateur "
        "publisher builder builders hotelier supermarket start-up startup plc inc ltd gmbh "
        "businessman businesswoman industry brewery factory utility contractor contractors "
        "fisherman fishermen"
    ),
    "citizen": (
        "resident residents neighbour neighbours neighbor neighbors witness witnesses "
        "onlooker onlookers bystander bystanders eyewitness eyewitnesses voter voters mother "
        "father parent parents mum dad son daughter brother sister wife husband widow widower "
        "grandmother grandfather aunt uncle cousin family relative relatives friend friends "
        "student students pupil pupils victim victims survivor survivors man woman men women "
        "boy girl teenager passer-by passers-by customer customers passenger passengers "
        "commuter commuters motorist local locals villager villagers worker workers patient "
        "patients pensioner pensioners tenant tenants refugee refugees migrant migrants "
        "shopper shoppers fan fans tourist tourists driver drivers cyclist cyclists homeowner "
        "homeowners classmate colleague colleagues defendant suspect people"
    ),
}
_WEAK: Mapping[SourceKind, str] = {
    "official": (
        "president secretary officer agency ombudswoman judiciary investigators agents house"
    ),
    "expert": (
        "dr dr. prof prof. institute institution laboratory hospital observatory museum "
        "author authors"
    ),
    "business": (
        "executive executives director directors manager managers chairman chairwoman founder "
        "founders boss bosses"
    ),
    "media": "channel television radio news times post journal host anchor",
    "civil-society": "group groups league network leader alliance team",
}


def _by_word(kinds: Mapping[SourceKind, str]) -> dict[str, SourceKind]:
    found: dict[str, SourceKind] = {}
    for kind, words in kinds.items():
        for word in words.split():
            found.setdefault(word, kind)
    return found


_STRONG_WORDS, _WEAK_WORDS = _by_word(_STRONG), _by_word(_WEAK)
# Titles that stand before a name and are written large there.
TITLES = frozenset(
    "minister president secretary mayor governor senator congressman congresswoman councillor "
    "councilman councilwoman official commissioner chancellor ambassador envoy premier "
    "attorney sheriff inspector detective constable superintendent prosecutor judge justice "
    "magistrate coroner general colonel lieutenant sergeant commander admiral captain major "
    "brigadier corporal gen col lt sgt capt maj gen. col. lt. sgt. capt. maj. sen. rep. gov. "
    "sen rep gov mp mep professor prof prof. dr dr. doctor bishop archbishop cardinal pope "
    "pastor reverend rev rev. father sister rabbi imam chief director chairman chairwoman "
    "chair spokesman spokeswoman spokesperson king queen prince princess chairperson leader "
    "ceo coach editor speaker representative deputy analyst economist vice-president".split()
)
# Heads that name a body of people, not a person.
BODIES = frozenset(
    "ministry department council university college institute company corporation union "
    "association federation foundation society agency commission committee parliament senate "
    "congress court police army navy force forces bank group party league church house office "
    "bureau service authority organisation organization board times post journal news gazette "
    "herald network inc ltd plc hospital museum school club trust alliance coalition front "
    "movement watch embassy treasury assembly administration government team airways airlines "
    "railways energy motors electric international centre center laboratory charity".split()
)
_PART = re.compile(r"\b(?:of|for|at|in|from|with|to|on|by|near|inside|behind|against)\b")
_RELATIVE = re.compile(r"\b(?:who|whose|whom|which|that)\b")
_POST = re.compile(  # what somebody does, in a clause: "who chairs the union"
    r"\b(?:chairs?|leads?|heads?|runs?|owns?|works? (?:for|at|in|as)|represents?|teach(?:es)?"
    r"|manages?|commands?|founded|edits?|is|was) ((?:[\w’'-]+ ?){1,6})"
)
_SEAT = re.compile(r"\([DRI]-[A-Z][\w.]+\)")  # "(D-Calif.)": a seat in Congress
_WORD = re.compile(r"[\w&-]+\.?")


def kind_of(words: str) -> SourceKind:
    """Return the kind of source that a description tells of, or `unclear`."""
    if _SEAT.search(words):
        return "official"
    described, _, clause = _cut_at_clause(words.lower().replace("’s", "").replace("'s", ""))
    post = _POST.search(clause)
    return (
        _kind_among(described, _STRONG_WORDS)
        or _kind_among(described, _WEAK_WORDS)
        or _kind_among(post[1] if post else "", _STRONG_WORDS)
        or "unclear"
    )


def _cut_at_clause(words: str) -> tuple[str, str, str]:
    """Return a description, the word that opens its relative clause, and the clause."""
    found = _RELATIVE.search(words)
    if found is None:
        return words, "", ""
    return words[: found.start()], found.group(), words[found.end() :]


def _kind_among(words: str, kinds: Mapping[str, SourceKind]) -> SourceKind | None:
    for word in _weighty_first(words):
        kind = kinds.get(word) or kinds.get(word.rstrip("."))
        if kind is not None:
            return kind
    return None


def _weighty_first(words: str) -> Iterator[str]:
    """Yield the words of a description: each phrase from its head, at the end, backwards."""
    for phrase in re.split(r"[,;()]", words):
        for part in _PART.split(phrase):
            yield from reversed(_WORD.findall(part))
