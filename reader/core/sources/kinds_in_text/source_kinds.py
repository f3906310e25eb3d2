"""The kind of a source, from all that a text tells of it: roles, owners, names, neighbours."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from reader.core.sources.chain.entities import Chains, Entity
from reader.core.sources.kinds_in_text.body_names import OF_NO_BODY, BodyNames
from reader.core.sources.kinds_in_text.candidates import Candidates
from reader.core.sources.kinds_in_text.private_lives import PrivateLives
from reader.core.sources.kinds_in_text.retinues import Retinues
from reader.core.sources.kinds_in_text.roles import Roles
from reader.core.sources.kinds_in_text.spokesmen import Spokesmen
from reader.core.sources.kinds_in_text.trades import Trades
from reader.core.sources.kinds_in_words.kinds import kind_of, kind_of_clause
from reader.core.sources.source import SourceKind, first_clear
from reader.core.sources.words.reference_words import without_owners_ending
from reader.core.sources.words.source_words import SourceWords
from reader.core.text.expressions import plain_apostrophes
from reader.core.text.kept import Kept
from reader.core.text.tokens import TokenTable


class SourceKinds:
    """Tells of what kind the entities of one text are."""

    def __init__(self, tokens: TokenTable, chains: Chains, lists: SourceWords) -> None:
        self._tokens, self._chains, self._lists = tokens, chains, lists
        grammar = lists.grammar
        self._roles, self._lives = Roles(lists), PrivateLives(tokens, lists)
        self._candidates = Candidates(tokens, chains, lists)
        self._people = {  # where each is named, inside the role of another too
            item.name: entity
            for entity in chains.entities
            if entity.sort == "person" and self._is_somebody(entity)
            for item in entity.references
            if item.name < item.end
        }
        self._called = self._names_by_noun()
        self._by_noun = Kept(self._kind_by_noun)
        self._joins = grammar.body_joins | grammar.at_bodies
        self._trades = Trades(tokens, lists)
        self._is_sport = self._speaks_of(grammar.sport, _WORDS_TO_ONE_OF_SPORT)
        self._is_of_arts = self._speaks_of(grammar.arts, _WORDS_TO_ONE_OF_ARTS)
        self._is_of_markets = self._speaks_of(grammar.markets, _WORDS_TO_ONE_OF_MARKETS)
        self._spokesmen = Spokesmen(chains, lists)
        self._retinues = Retinues(self._candidates, chains, lists)
        self._names = BodyNames(tokens, chains, lists)

    def of(self, entity: Entity | None, words: str, roles: Iterable[str]) -> SourceKind:
        """Return the kind of a source.

        Args:
            entity: Who it is, where that is known.
            words: Its name or description as the mention has it; for a person "".
            roles: What is told beside it.
        """
        if self._is_vague(words):
            return "unclear"
        whole = self._names.whole
        told = self._roles.in_order(map(whole, (*roles, *(entity.roles if entity else ()))))
        words = whole(words)
        if self._is_athlete(told):
            now = (role for role in told if not self._roles.is_aside(role))
            is_pundit = kind_of("; ".join(now), self._lists, is_sure=True) == "media"
            return "media" if is_pundit else "citizen"
        if self._roles.are_of_contender(told):
            return "party"
        if any(map(self._roles.is_of_paper, told)):
            return "media"
        if not words:
            return self._of_person(entity, told)
        if entity is not None and entity.sort in {"person", "named"}:
            told = self._roles.of_a_person(told)
        present = self._candidates.present(entity, told)
        kind: SourceKind = self._of_name(entity, present) if entity is not None else "unclear"
        if kind == "unclear":
            kind = self._of_words(words)
        if kind == "unclear":
            kind = self._of_roles(entity, words, told, present)
        if kind == "unclear":
            kind = self._of_whole_name(entity)
        kind = "business" if kind == "civil-society" and self._is_firm(words) else kind
        return self._candidates.kind_of_campaign(kind, words)

    def _of_words(self, words: str) -> SourceKind:
        """Return the kind that a name or description tells by itself, or unclear."""
        ways: Sequence[Callable[[str], SourceKind]] = (
            self._of_state,
            self._names.of_paper,
            self._names.of_staff,
            self._of_owner,
            self._of_first,
        )
        return first_clear(way(words) for way in ways)

    def _of_whole_name(self, entity: Entity | None) -> SourceKind:
        """Return the kind of a name that all know, or of the bodies of which it is short."""
        if entity is not None and entity.sort == "person":
            return self._of_person(entity, list(entity.roles))
        if entity is None or entity.sort not in {"named", "body"}:
            return "unclear"
        if self._names.is_state(entity):
            return "official"  # "Sierra Leone"
        known = self._candidates.known_by_name(entity, list(entity.roles))
        is_body = known == "unclear" and not self._candidates.bearers(entity.words[-1])
        return self._names.of_longer(entity.words) if is_body else known

    def _is_firm(self, words: str) -> bool:
        """Tell whether a report of business results speaks of "the Osk-based group"."""
        grammar, name = self._lists.grammar, words.partition(",")[0].lower().split()
        is_loose = bool(name) and name[-1] in grammar.loose_bodies
        is_known = " ".join(name[-2:]) in self._lists.kinds
        return self._is_of_markets and is_loose and not is_known

    def of_group_before(self, place: int) -> SourceKind:
        """Return the kind of the people told of right before "another said", or unclear.

        Args:
            place: The token of who speaks.
        """
        near = range(place - 1, max(-1, place - _LAST_BODY), -1)
        met = (self._chains.places.get(at) for at in near)
        group = next((one for one in met if one is not None and one.sort == "group"), None)
        return kind_of(group.name, self._lists) if group is not None else "unclear"

    def known_by_name(self, name: str) -> SourceKind:
        """Return the kind of somebody named once, whom readers of news know; or unclear."""
        return self._candidates.known(name.lower())

    def _speaks_of(self, words: frozenset[str], most: int) -> bool:
        """Tell whether one word in at most so many is one of these, five at least."""
        found = len(self._tokens.places.of(words))
        return found >= max(_LEAST_WORDS, len(self._tokens.lowers) / most)

    def tells_life_or_work(self, entity: Entity | None) -> bool:
        """Tell whether a text without a role tells what somebody does or went through.

        Args:
            entity: Who it is, where that is known.
        """
        if entity is None or entity.sort not in {"person", "named"}:
            return False
        tells_work = self._trades.kind_of(entity) != "unclear"
        if tells_work or self._candidates.has_campaign(entity):
            return True
        is_person = entity.sort == "person"
        return is_person and (self._lives.tells_what(entity) or self._of_work(entity) != "unclear")

    def _is_somebody(self, person: Entity) -> bool:
        """Tell whether a text, or all news, tells who somebody is."""
        known = self._candidates.known(" ".join(person.words))
        return bool(person.roles or person.gender) or known != "unclear"

    def _of_person(self, entity: Entity | None, told: Sequence[str]) -> SourceKind:
        """Return the kind of a named person, by all that is told of it."""
        if entity is not None and self._is_bare_state(entity):
            return "official"  # "Canada, a key producer"
        told = self._roles.of_a_person(told)
        present = self._candidates.present(entity, told)
        kind = self._of_roles(entity, "", told, present)
        if entity is None:
            return kind
        if self._candidates.is_running(entity, kind):
            return "party"
        names = (f"{role} {entity.name}".lower() for role in told)
        known = {self._candidates.known(name) for name in names} - {"unclear"}
        if known:
            return min(known)  # "Marine" in "Marine Le Pen" is read as a role, and is none
        if self._candidates.stands(entity, kind, present):
            return "party"
        return self._by_fame(entity, kind, present)

    def _by_fame(self, entity: Entity, kind: SourceKind, present: Sequence[str]) -> SourceKind:
        """Return the kind of a person of whom a text tells little, for news speaks of them often.

        Args:
            entity: The person.
            kind: What the roles tell, which may be of a thing that stands beside the name.
            present: The roles that are held now.
        """
        if kind != "unclear" and any(map(self._roles.tells_now, entity.roles)):
            return kind
        if kind in _OF_OFFICES and not entity.roles:
            return kind
        if kind in _OF_OFFICES and kind_of("; ".join(present), self._lists) == kind:
            return kind
        known = self._candidates.known_by_name(entity, present)
        if known != "unclear" or kind != "unclear":
            return known if known != "unclear" else kind
        if self._candidates.leads_party(present):
            return "party"
        kind = "citizen" if self._is_sport else self._candidates.kind_of_camp(entity.words[-1])
        kind = kind if kind != "unclear" else self._of_last_name(entity)
        kind = kind if kind != "unclear" else self._candidates.known(" ".join(entity.words))
        return "citizen" if kind == "unclear" and self._is_artist(entity) else kind

    def _of_state(self, words: str) -> SourceKind:
        """Return `official` for "the US, which can veto it", "Ohio", "the city"; or unclear."""
        grammar, name = self._lists.grammar, words.partition(",")[0]
        article, _, rest = name.partition(" ")
        is_the = article.lower() in grammar.name_openers
        if is_the and rest[:1].isupper() and rest.lower() in self._lists.states:
            return "official"
        if article.lower() in grammar.definite and rest in grammar.governing:
            return "official"
        is_province = name[:1].isupper() and name.lower().replace(" ", "_") in grammar.provinces
        return "official" if is_province and not self._is_sport else "unclear"

    def _of_owner(self, words: str) -> SourceKind:
        """Return the kind of the person whose people speak: "Hill's team"; or unclear."""
        owner, _, noun = plain_apostrophes(words).partition(",")[0].rpartition(" ")
        name = without_owners_ending(owner, self._lists.grammar)
        kind = self._retinues.kind_of([words.partition(",")[0]])
        if kind != "unclear" or name == owner or noun not in self._lists.grammar.everywhere:
            return kind
        bearers = self._candidates.bearers(name.lower().rpartition(" ")[2])
        return (
            self._of_person(bearers[0], list(bearers[0].roles)) if len(bearers) == 1 else "unclear"
        )

    def _of_first(self, words: str) -> SourceKind:
        """Return the kind of the first of two who speak: "Lund and his supporters"; or unclear."""
        name = words.partition(",")[0]
        first, joined, second = self._parted_at_and(name)
        if not joined or not second:
            return "unclear"
        if {first.lower(), second.lower()} <= self._lists.states and first[0].isupper():
            return "official"  # "Iran and Turkey"
        last = first.lower().rpartition(" ")[2]
        bearers = self._candidates.bearers(last)
        if first[:1].isupper() and len(bearers) == 1:
            return self.of(bearers[0], "", ())
        is_many = last.endswith(self._lists.grammar.plurals)
        is_somebody = last in self._lists.somebody and (" " in second or is_many)
        return kind_of(first, self._lists, is_sure=not is_many) if is_somebody else "unclear"

    def _parted_at_and(self, name: str) -> tuple[str, bool, str]:
        """Return what stands before "and", whether there is one, and what stands behind it."""
        words = name.split()
        grammar = self._lists.grammar
        at = next((place for place, word in enumerate(words) if word in grammar.ands), 0)
        return " ".join(words[:at]), bool(at), " ".join(words[at + 1 :])

    def _of_last_name(self, entity: Entity) -> SourceKind:
        """Return the kind of the one person of whose full name this is the last word."""
        if len(entity.words) > 1 or entity.roles:
            return "unclear"
        bearers = self._candidates.bearers(entity.words[0])
        return (
            self._retinues.of_politician(bearers[0], weak=True) if len(bearers) == 1 else "unclear"
        )

    def _of_name(self, entity: Entity, present: Sequence[str]) -> SourceKind:
        """Return the kind of a body that its name and what is told beside it leave no doubt of."""
        if entity.sort != "body" or not entity.is_named:
            return "unclear"
        if self._names.is_state(entity):
            return "official"
        kind = kind_of("; ".join(present), self._lists, is_sure=True)
        if kind not in OF_NO_BODY:
            return kind  # "his party, the Progress Movement"
        kind = kind_of(" ".join(entity.words), self._lists, is_sure=True)
        if kind == "citizen" and self._lists.kinds_by_ending.get(entity.words[-1]) == "media":
            return "media"  # "The Osk Spectator"
        if kind == "citizen" or (kind == "expert" and self._names.is_of_many(entity)):
            # "Parents for Plain Reading", "United Retail Workers"; but "Americans"
            return "civil-society" if len(entity.words) > 1 else kind
        return "unclear"

    def _of_roles(
        self, entity: Entity | None, words: str, told: Sequence[str], present: Sequence[str]
    ) -> SourceKind:
        """Return the kind by what somebody is, then by bodies around, then by what they were."""
        described = "; ".join((words, *present))
        kind = kind_of(described, self._lists, is_sure=True)
        if kind == "unclear" and entity is not None:
            kind = self._of_entity(entity, present)
        if kind == "unclear":
            kind = kind_of(described, self._lists)
        if kind == "unclear" and entity is not None and entity.sort in {"person", "named"}:
            kind = self._of_work(entity) if entity.sort == "person" else kind
            kind = kind if kind != "unclear" else self._trades.kind_of(entity)
        if kind in {"unclear", "citizen"} and len(present) < len(told):
            asides = entity.asides if entity is not None else ()
            held = [role for role in told if role not in asides] or told
            was = kind_of("; ".join((words, *held)), self._lists)
            if entity is not None and entity.heads & self._lists.grammar.left_trades:
                was = "citizen"  # "a former firefighter" holds no office and never did
            leads = entity is not None and bool(entity.heads & self._lists.grammar.leading)
            has_post = leads or any(map(self._roles.tells_post, present))
            is_weighty = was in _OF_OFFICES or (kind == "unclear" and not has_post)
            kind = was if is_weighty else kind  # not of "chair, a retired nurse"
        if kind in _OF_TRADES and any(map(self._roles.tells_ordeal, told)):
            return "citizen"  # "a nurse who had waited since dawn"
        return self._of_rank(described) if kind == "military" else kind

    def _of_work(self, entity: Entity) -> SourceKind:
        """Return the kind of what somebody is told to lead, or of whom: "Hill of Osk Power"."""
        for reference in entity.references:
            office = self._office_before_brackets(reference.first)
            if office:
                return kind_of(office, self._lists, is_sure=True)
            after = reference.end
            after += self._tokens.lowers[after : after + 1] == (",",)
            told = self._tokens.lowers[after : after + _LONGEST_WORK]
            kind: SourceKind = "unclear"
            if told and told[0] in self._lists.grammar.posts:
                ends = (at for at, word in enumerate(told) if not word[0].isalnum())
                kind = kind_of_clause(" ".join(told[: next(ends, _LONGEST_WORK)]), self._lists)
            elif told and told[0] in self._joins:
                kind = self._of_whose(after + 1)
            if kind != "unclear":
                return kind
        return "unclear"

    def _office_before_brackets(self, first: int) -> str:
        """Return the words before brackets before a name: "Commissioner of Police (Crime) Rao"."""
        lowers = self._tokens.lowers
        if first < 2 or lowers[first - 1] != ")":
            return ""
        near = range(first - 2, max(-1, first - _LONGEST_WORK), -1)
        opening = next((at for at in near if lowers[at] == "("), 0)
        words: list[str] = []
        for at in range(opening - 1, max(-1, opening - _LONGEST_WORK), -1):
            if not lowers[at][0].isalnum():
                break
            words.insert(0, lowers[at])
        return " ".join(words)

    def _of_whose(self, place: int) -> SourceKind:
        """Return the kind of the body named after "of" or "from", if it is no state or paper."""
        lowers = self._tokens.lowers
        place += lowers[place : place + 1] != () and lowers[place] in self._lists.grammar.definite
        body = self._chains.places.get(place)
        if body is None or body.sort != "body" or not body.is_named or self._names.is_state(body):
            return "unclear"
        kind = self._names.of_body(body)
        return kind if kind not in {"citizen", "document"} else "unclear"

    def _of_rank(self, described: str) -> SourceKind:
        """Return the kind of somebody with a rank, which armies, the police and others have.

        In a text that knows no army it is one of the police, as in "Cpl Ada Roy"; in one that
        knows no police either a rank in small letters may be a ship's or a team's.
        """
        grammar, places = self._lists.grammar, self._tokens.places
        written = {word.strip(".,;") for word in described.split()}
        words = {word.lower() for word in written}
        if words.isdisjoint(grammar.shared_ranks) or not words.isdisjoint(grammar.armed_forces):
            return "military"
        if places.of(grammar.armed_forces):
            return "military"
        if places.of(grammar.police):
            return "official"
        return "unclear" if written & grammar.shared_ranks else "military"

    def _names_by_noun(self) -> Mapping[str, Sequence[str]]:
        """Return how the text calls bodies without a name of their own, by the last word."""
        found: dict[str, list[str]] = {}
        for entity in self._chains.entities:
            if entity.sort == "body" and not entity.is_named:
                found.setdefault(entity.words[-1], []).append(entity.name)
        return found

    def _kind_by_noun(self, noun: str) -> SourceKind:
        """Return the kind of the one body that a text calls by a noun: "the school board"."""
        names = self._called.get(noun, ())
        kinds = {kind_of(name, self._lists, is_sure=True) for name in names}
        kind = kinds.pop() if len(kinds) == 1 else "unclear"
        return kind if kind != "document" else "unclear"

    def _is_vague(self, words: str) -> bool:
        """Tell whether it is only said that something is said: "some reports"."""
        grammar, name = self._lists.grammar, words.lower().partition(",")[0].split()
        is_two = len(name) == 2
        return is_two and name[0] in grammar.vague and name[1] in grammar.vague_reports

    def _is_artist(self, entity: Entity) -> bool:
        """Tell whether a report on films, music or the stage names somebody and tells no more."""
        return self._is_of_arts and not entity.roles and len(entity.words) > 1

    def _is_athlete(self, roles: Iterable[str]) -> bool:
        """Tell whether a report on sport calls somebody a manager, a captain or the like."""
        if not self._is_sport:
            return False
        words = {word.strip(",") for role in roles for word in role.lower().split()}
        return bool(words & self._lists.grammar.sport_roles)

    def _of_entity(self, entity: Entity, roles: Collection[str] = ()) -> SourceKind:
        if entity.sort == "body":
            return self._names.of_body(entity)
        for role, places in entity.roles.items():
            kind = self._of_neighbours(entity, places) if role in roles or not roles else "unclear"
            if kind == "business" and self._roles.is_of_hand(role):
                return "citizen"
            if kind != "unclear":
                return kind
        if self._lives.has(entity):
            return "citizen"
        kind = self._of_head(entity)
        if kind != "unclear":
            return kind
        return self._of_served(entity, roles)

    def _of_served(self, entity: Entity, roles: Collection[str]) -> SourceKind:
        """Return the kind of the person or body that somebody works or speaks for; or unclear."""
        person = self._whom_it_serves(entity, roles)
        if person is not None:
            return self._retinues.of_politician(person)
        kind = self._retinues.kind_of(roles or entity.roles or [entity.name])
        if kind == "unclear" and self._spokesmen.is_bare(entity):
            kind = self._retinues.of_last(entity.begins)
        return kind if kind != "unclear" else self._spokesmen.kind_of(entity, roles)

    def _whom_it_serves(self, entity: Entity, roles: Collection[str]) -> Entity | None:
        """Return the person whom a role names: "a spokesman for Mr Reed", "Reed's adviser"."""
        told = (places for role, places in entity.roles.items() if role in roles or not roles)
        named = (self._people.get(at) for places in told for at in places)
        return next((one for one in named if one not in {None, entity}), None)

    def _of_head(self, entity: Entity) -> SourceKind:
        """Return the kind of the body of this paragraph that a bare "founder" or "head" leads."""
        thrones = self._lists.grammar.thrones
        bare = (role for role in entity.roles if len(role.split()) == 1)
        # "President Ada Lund" heads no firm that stands near
        is_bare = any(not role[0].isupper() or role.lower() not in thrones for role in bare)
        if not is_bare or entity.heads.isdisjoint(self._lists.grammar.leading):
            return "unclear"
        starts = self._tokens.starts
        begins = max(entity.begins, 1)
        first = self._tokens.text.rfind("\n", 0, starts[begins])
        near = range(begins - 1, max(-1, begins - _LAST_BODY), -1)
        places = (place for place in near if starts[place] > first)
        bodies = (self._chains.places.get(place) for place in places)
        body = next((one for one in bodies if one is not None and one.sort == "body"), None)
        return self._of_entity(body) if body is not None and body.is_named else "unclear"

    def _is_bare_state(self, entity: Entity) -> bool:
        """Tell whether what was taken for a person is a state, and nobody bears its name here."""
        if "_".join(entity.words) in self._lists.grammar.long_states:
            return True
        is_named_so = bool(self._candidates.bearers(entity.words[-1])) or bool(entity.gender)
        return len(entity.words) == 1 and not is_named_so and self._names.is_state(entity)

    def _of_neighbours(self, entity: Entity, places: range) -> SourceKind:
        """Return the kind of a body that a role names: "its director", "head of Open Hands"."""
        for place in places:
            body = self._chains.places.get(place)
            if body is not None and body is not entity and body.sort == "body":
                kind = kind_of(" ".join(body.words), self._lists)
                kind = kind if kind != "unclear" else kind_of("; ".join(body.roles), self._lists)
                kind = kind if kind != "unclear" else self._of_entity(body)
                kind = "civil-society" if kind == "citizen" and body.is_named else kind
                if kind not in {"unclear", "document"}:  # who wrote a report is none
                    return kind
        kind = self._names.of_short(entity, places)
        return kind if kind != "unclear" else self._of_namesake(entity, places)

    def _of_namesake(self, entity: Entity, places: range) -> SourceKind:
        """Return the kind of a body whose noun stands in a role: "board chair" of a school."""
        if entity.sort != "person":
            return "unclear"
        return first_clear(self._by_noun[self._tokens.lowers[at]] for at in places[:-1])


_OF_OFFICES = frozenset({"official", "party", "military"})
_OF_TRADES = frozenset({"expert", "business"})
_LEAST_WORDS = 5
_WORDS_TO_ONE_OF_SPORT = 150  # in a report on a match there are more
_WORDS_TO_ONE_OF_MARKETS = 60
_WORDS_TO_ONE_OF_ARTS = 100  # in a review there are more
_LONGEST_WORK = 9  # words from "runs"
_LAST_BODY = 60  # tokens back
