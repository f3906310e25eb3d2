"""What a text tells somebody to be, sorted by what it is worth for the kind of a source."""

from collections.abc import Iterable, Sequence

from reader.core.sources.kinds_in_words.kinds import kind_of
from reader.core.sources.words.reference_words import without_owners_ending
from reader.core.sources.words.source_words import SourceWords
from reader.core.text.expressions import plain_apostrophes

_BARE = 2  # words of "a candidate"


class Roles:
    """Tells which roles say of what kind somebody is, and how well."""

    def __init__(self, lists: SourceWords) -> None:
        """Take the words for roles and bodies."""
        self._lists, self._grammar = lists, lists.grammar

    def in_order(self, roles: Iterable[str]) -> list[str]:
        """Return roles with clauses by themselves and last: no noun is looked for after one."""
        asides = self._grammar.asides
        named = (role for role in roles if role.partition(" ")[0].lower() not in asides)
        named = (
            role for role in named if self._head(_words_of(role)) not in self._grammar.visiting
        )
        parts = [part for role in named for part in self._parted(role)]
        if any(map(self._reigns, parts)):  # "not candidate Hill's", of President Hill
            parts = [part for part in parts if len(part.split()) > _BARE or not self._stands(part)]
        return sorted(parts, key=self.is_clause)

    def _parted(self, role: str) -> Iterable[str]:
        """Yield "a former nurse" and "who leads the union" of both together."""
        words = role.split()
        relatives = self._grammar.personal_relative
        place = next((at for at, word in enumerate(words) if word in relatives and at > 0), 0)
        if place:
            yield " ".join(words[:place])
        yield " ".join(words[place:])

    def of_a_person(self, roles: Iterable[str]) -> list[str]:
        """Return the roles that people can have: nobody is a report or a town hall."""
        return [
            role
            for role in roles
            if not self._is_thing(role)
            and not self._is_verb(role)
            and kind_of(role, self._lists) != "document"
        ]

    def is_of_paper(self, role: str) -> bool:
        """Tell whether somebody is called a newspaper's: "the paper's Ada Hill", "the Post's"."""
        words, grammar = _words_of(role), self._grammar
        owner = without_owners_ending(words[-1], grammar) if words else ""
        if not words or owner == words[-1]:
            return False
        is_name = role.rpartition(" ")[2][:1].isupper() and owner in grammar.paper_names
        return is_name or owner in grammar.papers

    def is_clause(self, role: str) -> bool:
        """Tell whether a role is a clause: "who runs a shop"."""
        return role.partition(" ")[0] in self._grammar.relative

    def tells_post(self, role: str) -> bool:
        """Tell whether a role names people, or a clause tells what somebody does: "chair"."""
        words = _words_of(role)
        telling = self._grammar.posts if self.is_clause(role) else self._lists.people
        return not telling.isdisjoint(words)

    def tells_ordeal(self, role: str) -> bool:
        """Tell whether a clause tells what somebody went through: "who had waited all night"."""
        words, grammar = _words_of(role), self._grammar
        if not self.is_clause(role) or words[0] not in grammar.personal_relative:
            return False
        verb = next((word for word in words[1:] if word not in grammar.before_ordeals), "")
        return verb in grammar.ordeals

    def is_of_hand(self, role: str) -> bool:
        """Tell whether somebody works for others, and does not speak for them."""
        return self.is_clause(role) and not self._grammar.employed.isdisjoint(role.split()[1:2])

    def is_aside(self, role: str) -> bool:
        """Tell whether a role tells no office that is held: "a former nurse", "mother of four"."""
        words = _words_of(role)
        return not self._grammar.formerly.isdisjoint(words) or self._is_of_kin(words)

    def are_of_contender(self, roles: Sequence[str]) -> bool:
        """Tell whether somebody stands for election, whatever the work: "the party's nominee"."""
        if any(map(self._leads_party, roles)):
            return True
        standing = [role for role in roles if self._stands(role)]
        if not standing or not all(map(self._stands_again, standing)):
            return bool(standing)
        offices = "; ".join(role for role in roles if role not in standing)
        return kind_of(offices, self._lists) != "official"

    def _reigns(self, role: str) -> bool:
        """Tell whether a role is a title of one who governs now: "President"."""
        words = _words_of(role)
        is_title = bool(words) and words[-1] in self._grammar.reigning
        return is_title and not self.is_aside(role)

    def _stands(self, role: str) -> bool:
        """Tell whether a role is a candidate's: "the nominee", "who is running for mayor"."""
        words, grammar = _words_of(role), self._grammar
        if self.is_clause(role):
            lower = " ".join(words)
            return any(f" {told}" in lower for told in grammar.standing)
        head = words[: self._end_of_head(words)]
        at = next((at for at, word in enumerate(head) if word in grammar.contesting), None)
        is_now = at is not None and grammar.formerly.isdisjoint(head[:at])
        return is_now and grammar.prizes.isdisjoint(words)

    def _stands_again(self, role: str) -> bool:
        """Tell whether it is for an office that is held: "is running for reelection"."""
        return not self._grammar.again.isdisjoint(_words_of(role))

    def _leads_party(self, role: str) -> bool:
        """Tell whether somebody leads those of a party: "leader of the Conservative group"."""
        grammar, words = self._grammar, _words_of(role.partition(",")[0])
        end = self._end_of_head(words)
        leads = words[end - 1 : end] and words[end - 1] in grammar.staff | grammar.leading
        return bool(leads) and not grammar.parties.keys().isdisjoint(words[end:])

    def _end_of_head(self, words: Sequence[str]) -> int:
        """Return where "leader" ends in "leader of the group"; the end where nothing follows."""
        owners = self._grammar.owner_joins
        return next((at for at in range(1, len(words)) if words[at] in owners), len(words))

    def may_stand(self, roles: Iterable[str]) -> bool:
        """Tell whether somebody with an office, as in a parliament, may stand for another."""
        grammar, told = self._grammar, [_words_of(role) for role in roles]
        sits = any(not grammar.lawmakers.isdisjoint(words) for words in told)
        return sits or not grammar.lasting_titles.isdisjoint(map(" ".join, told))

    def held_thrones(self, roles: Iterable[str]) -> bool:
        """Tell whether somebody holds or held an office of one: "former president"."""
        return any(not self._grammar.thrones.isdisjoint(_words_of(role)) for role in roles)

    def are_of_kin(self, roles: Iterable[str]) -> bool:
        """Tell whether somebody is told to be another's relative."""
        return any(self._is_of_kin(_words_of(role)) for role in roles)

    def _is_of_kin(self, words: Sequence[str]) -> bool:
        """Tell whether a role is a relative's: "mother of four", "his wife"."""
        noun, grammar = self._head(words), self._grammar
        return noun in grammar.men | grammar.women and self._lists.kinds.get(noun) == "citizen"

    def _head(self, words: Sequence[str]) -> str:
        """Return the noun before what hangs on it: "mother" of "mother of four"."""
        joins = self._grammar.role_joins
        end = next((at for at, word in enumerate(words) if word in joins), len(words))
        return words[end - 1].strip(",") if end else ""

    def tells_now(self, role: str) -> bool:
        """Tell whether a role is one of people, held now, and no place or thing beside a name."""
        words = _words_of(role)
        people = self._lists.people
        is_human = self._head(words) in people or " ".join(words) in people
        return is_human and self._grammar.formerly.isdisjoint(words)

    def _is_verb(self, role: str) -> bool:
        """Tell whether a role is what records do before a name: "Records show Bo Hill left"."""
        words = _words_of(role)
        is_bare = len(words) > 1 and self._grammar.articles.isdisjoint(words[:1])
        return is_bare and words[-1] in self._grammar.telling

    def _is_thing(self, role: str) -> bool:
        """Tell whether a role is a place: "at the Osk town hall Ada Hill said"."""
        words = _words_of(role.partition(",")[0])
        if not words or words[0] not in self._grammar.definite:
            return False
        return self._head(words) in self._lists.bodies and self._lists.people.isdisjoint(words)


def _words_of(role: str) -> list[str]:
    """Return the words of a role as lists have them: lower case, with plain apostrophes."""
    return plain_apostrophes(role.lower()).split()
