"""Who stands for election, and who governs, where a text tells it by other than a role."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from reader.core.sources.chain.entities import Chains, Entity
from reader.core.sources.kinds_in_text.camps import Camps
from reader.core.sources.kinds_in_text.roles import Roles
from reader.core.sources.source import SourceKind
from reader.core.sources.words.source_words import SourceWords
from reader.core.text.tokens import TokenTable

_IN_OFFICE = frozenset({"official", "military"})
_INITIAL = 2  # letters
_CAMPS = 2  # places that speak of somebody's campaign or voters
_PARTIES = 2  # places that speak of parties
_LONGEST_CLAUSE = 9  # words after a name


class Candidates:
    """Tells who is in politics by clauses, by what is called after them, and by what all know."""

    def __init__(self, tokens: TokenTable, chains: Chains, lists: SourceWords) -> None:
        """Take a text, who is meant where, and the words for roles and bodies."""
        self._tokens, self._grammar = tokens, lists.grammar
        self._camps, self._roles = Camps(tokens, lists.grammar), Roles(lists)
        self._is_of_election = bool(tokens.places.of(lists.grammar.elections))
        self._bearers = _by_last_name(chains.entities)

    def bearers(self, last_name: str) -> Sequence[Entity]:
        """Return the people whose full name ends in a word, given in lower case."""
        return self._bearers.get(last_name, ())

    def present(self, entity: Entity | None, told: Iterable[str]) -> list[str]:
        """Return what somebody is now, by the words beside the name."""
        asides = entity.asides if entity is not None else ()
        return [role for role in told if role not in asides and not self._roles.is_aside(role)]

    def kind_of_camp(self, last_name: str) -> SourceKind:
        """Return the kind of a person by what the text calls after the last name, or unclear."""
        return self._camps.kind_of(last_name)

    def has_campaign(self, entity: Entity) -> bool:
        """Tell whether a text on an election speaks of somebody's camp: "the Lund campaign"."""
        is_told = self._is_of_election and entity.sort == "person"
        return is_told and self._camps.kind_of(entity.words[-1]) == "party"

    def known(self, name: str) -> SourceKind:
        """Return the kind of somebody of whom news tells nothing, for everybody knows."""
        grammar, joined = self._grammar, name.replace(" ", "_")
        if joined not in grammar.statesmen:  # "Donald J. Trump"
            joined = "_".join(word for word in name.split() if not _is_initial(word))
        if joined in grammar.statesmen:
            return "official"
        if joined in grammar.commentators:
            return "media"
        return "party" if joined in grammar.partisans else "unclear"

    def known_by_name(self, entity: Entity, present: Sequence[str]) -> SourceKind:
        """Return the kind of somebody known by the full name; with a role, only in an election.

        Args:
            entity: The person.
            present: The roles that are held now: years later a candidate may lead a firm.
        """
        kind = self.known(" ".join(entity.words)) if len(entity.words) > 1 else "unclear"
        is_past = kind == "party" and bool(present) and not self._is_of_election
        return "unclear" if is_past else kind

    def is_running(self, entity: Entity, kind: SourceKind) -> bool:
        """Tell whether a clause says that somebody stands: "Ada Lund, who is running for".

        Args:
            entity: The person.
            kind: The kind that the roles tell of: who stands again speaks in the office.
        """
        lowers, grammar = self._tokens.lowers, self._grammar
        clauses = (
            " ".join(lowers[item.end + 1 : item.end + _LONGEST_CLAUSE])
            for item in entity.references
            if not grammar.personal_relative.isdisjoint(lowers[item.end + 1 : item.end + 2])
        )
        told = [clause for clause in clauses if any(one in clause for one in grammar.standing)]
        if kind == "official":
            told = [clause for clause in told if grammar.again.isdisjoint(clause.split())]
        return bool(told)

    def leads_party(self, roles: Sequence[str]) -> bool:
        """Tell whether a bare "leader" or "deputy leader" leads one of the parties of a text."""
        grammar = self._grammar
        before = grammar.definite | grammar.against | grammar.states_before
        told = (role.lower().split() for role in roles)
        is_leader = any(
            words[-1] in grammar.led and before.issuperset(words[:-1]) for words in told if words
        )
        parties = grammar.parties.keys() | {
            name for names in grammar.parties.values() for name in names
        }
        return is_leader and len(self._tokens.places.of(parties)) >= _PARTIES

    def stands(self, entity: Entity, kind: SourceKind, present: Sequence[str]) -> bool:
        """Tell whether a text on an election calls a campaign after somebody without an office.

        Args:
            entity: The person.
            kind: The kind that the roles tell of.
            present: The roles that are held now.
        """
        is_judge = bool(entity.heads & self._grammar.bench)  # whose nomination nobody votes on
        if not self._is_of_election or is_judge or self._roles.are_of_kin(entity.roles):
            return False
        if len(self.bearers(entity.words[-1])) > 1 and self._roles.held_thrones(entity.roles):
            return False  # "former president Clinton", whose wife stands
        holds = kind in _IN_OFFICE and bool(present)
        if holds and not self._roles.may_stand(present):
            return False
        if self.known(" ".join(entity.words)) == "party":
            return True
        return self._camps.kind_of(entity.words[-1], least=_CAMPS) == "party"

    def kind_of_campaign(self, kind: SourceKind, words: str) -> SourceKind:
        """Return the kind of a campaign, which is one for votes only where a text tells of any.

        Args:
            kind: The kind that its words tell of; any but a party's is returned as it is.
            words: The words.
        """
        if kind != "party" or self._is_of_election:
            return kind
        noun = words.partition(",")[0].lower().rpartition(" ")[2]
        return "civil-society" if noun in self._grammar.camps else kind


def _is_initial(word: str) -> bool:
    """Tell whether a word is one letter with a full stop."""
    return len(word) == _INITIAL and word.endswith(".")


def _by_last_name(entities: Sequence[Entity]) -> Mapping[str, Sequence[Entity]]:
    """Return the people with a full name by the last word of it."""
    found: defaultdict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        if entity.sort == "person" and len(entity.words) > 1:
            found[entity.words[-1]].append(entity)
    return found
