"""Where the name begins that ends a noun phrase, behind titles, roles and bodies."""

from reader.core.sources.chain.reading import Reading

_FULL = 2  # words of a first and a last name


class NameStarts:
    """Finds where names begin.

    Attributes:
        owners_in_names: The places of owners that are part of a name: "the Farmers' Alliance".
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._lowers, self._words = reading.lowers, reading.words
        self._lists = reading.lists
        self._grammar = reading.lists.grammar
        grammar = self._grammar
        self._small = grammar.particles | grammar.causes | grammar.inside_names
        self.owners_in_names: set[int] = set()

    def start_of(self, core: int, end: int, *, is_bare: bool) -> int:
        """Return where the name begins that ends a phrase: after the last title or role.

        Args:
            core: The first token of the phrase, its article left out.
            end: Past its last token.
            is_bare: It has no article and no owner.
        """
        listed = self._listed_start(core, end)
        if listed is not None:
            return listed
        is_body = self._lowers[end - 1] in self._lists.bodies
        is_body = is_body and not self._reading.is_surname(end - 1)
        start = self._first_capital(core, end, is_body=is_body)
        cut = start if is_body else self._past_titles(start, end)
        cut = self._person_start(self._past_office(cut, end), end)
        last = self._lowers[end - 1]
        is_title = last in self._lists.before_names and last not in self._reading.surnames
        is_role = is_title or self._reading.is_human(last)
        is_alone = end - cut == 1 or not is_bare
        is_titled = cut > start and self._lowers[cut - 1] in self._lists.before_names
        if is_role and ((is_alone and not is_titled) or self._is_office(end - 2, end)):
            return end
        return end if is_title and end - cut == 1 else cut

    def _first_capital(self, core: int, end: int, *, is_body: bool) -> int:
        """Return the first of the words with a capital that end a phrase, titles among them."""
        start = end
        while start > core and self._is_named(start - 1, end):
            start -= 1
        while start < end and self._lowers[start] in self._grammar.particles:
            if not is_body and self._is_short_first_name(start, end):
                break
            start += 1
        if core < start < end and self._lowers[start] in self._grammar.causes:
            start -= 1  # "Parents for Plain Reading"
        while is_body and core < start < end and self._is_before_body(start - 1):
            start -= 1  # "Korean Central News Agency"
        return start

    def _is_short_first_name(self, index: int, end: int) -> bool:
        """Tell whether a particle with a capital is a first name here: "Al Reed", "Di Li"."""
        is_given = self._lowers[index] in self._grammar.given_names
        return is_given and end - index == _FULL and self._words[index][0].isupper()

    def _past_titles(self, start: int, end: int) -> int:
        """Return the place behind the last title or role in some words with a capital."""
        inside = self._grammar.in_titled_names
        cut = start
        for place in range(start, end - 1):
            lower, following = self._lowers[place], self._lowers[place + 1]
            is_title = lower in self._lists.before_names or self._reading.is_human(lower)
            is_title = is_title or (place == end - 2 and self._is_party(lower, following))
            is_owner = place in self.owners_in_names  # "People's Republic"
            is_inside = following in inside or following in self._lists.bodies
            if is_title and not (is_owner or is_inside or self._is_first_name(place, end)):
                cut = place + 1
        return cut

    def _is_party(self, lower: str, following: str) -> bool:
        """Tell whether a body stands before its people: "ANC MPs"."""
        is_many = following.endswith(self._grammar.plurals)
        return is_many and lower in self._lists.kinds and self._reading.is_human(following)

    def _is_before_body(self, index: int) -> bool:
        """Tell whether a capital belongs to the name of a body: not "Labour-run Osk Council"."""
        is_modifier = self._lowers[index].endswith(self._reading.modifying)
        return self._words[index][:1].isupper() and not is_modifier

    def _is_first_name(self, index: int, end: int) -> bool:
        """Tell whether a word that is a title too is a first name here: "secretary Dean Hill"."""
        is_given = self._lowers[index] in self._grammar.given_names
        return is_given and end - index == 2 and self._reading.is_human(self._lowers[index - 1])

    def _past_office(self, first: int, end: int) -> int:
        """Return where a name begins behind an office: "minister of education Ada Hill"."""
        if self._lists.phrase_ends.isdisjoint(self._lowers[max(0, first - 1) : end - 1]):
            return first
        for place in (first - 3, first - 2, first - 1, first):
            for past in (place + 3, place + 4):
                if place >= 0 and first <= past < end and self._is_office(place, past):
                    return past
        return first

    def _is_office(self, first: int, past: int) -> bool:
        """Tell whether some words are listed as an office."""
        is_end = self._lowers[past - 1] in self._lists.phrase_ends
        return is_end and " ".join(self._lowers[first:past]) in self._lists.offices

    def _person_start(self, first: int, end: int) -> int:
        """Return where a person's name begins behind a body's: "Open Relations Alia Salem"."""
        reading, last = self._reading, end - 1
        start = last - 1
        is_long = start > first and not reading.names_body(self._lowers[last])
        if not is_long or not self._words[start][:1].isupper():
            return first
        is_given = self._lowers[start] in self._grammar.given_names
        if not is_given and self._lowers[last] not in reading.subjects:
            return first
        hangs = self._lowers[first - 1] in self._grammar.role_joins
        is_body = hangs and reading.names_body(self._lowers[first - 2])
        if hangs and is_given and reading.is_human(self._lowers[first - 2]):
            return start  # "MP for Osk Ada Hill"
        before = self._lowers[first:start]
        return start if is_body or any(map(reading.names_body, before)) else first

    def _listed_start(self, core: int, end: int) -> int | None:
        """Return where the listed name of a body begins that ends a phrase: "Al Jazeera"."""
        named, lowers = self._lists.named, self._lowers
        if lowers[end - 1] not in self._lists.phrase_ends:
            return None
        return next((i for i in range(core, end - 1) if " ".join(lowers[i:end]) in named), None)

    def _is_named(self, index: int, end: int) -> bool:
        if self._reading.is_name_word(index) or index in self.owners_in_names:
            return True
        return index < end - 1 and self._lowers[index] in self._small
