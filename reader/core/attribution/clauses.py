"""Who says what in one sentence: cue by cue, from left to right."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from reader.core.attribution.attributions import Kind
from reader.core.attribution.cue_list import Cue, CueList
from reader.core.attribution.noun_phrases import NounPhrases, TokenRange, is_expletive
from reader.core.attribution.quotations import Quotation
from reader.core.tokens import TokenTable

_BE = frozenset("be am is are was were been being 's 're 'm get got".split())
_HAVE = frozenset("have has had having 've 'd do does did".split())
_FINITE = frozenset("VBD VBZ VBP MD".split())
_OPENING = frozenset("\"“‘«„'") | {"``", "''"}
_CLOSING = frozenset("\"”’»'") | {"''"}
_STOPS = frozenset(".?!")
_ADDRESSED = frozenset(
    "tell ask remind inform assure warn advise urge notify promise persuade convince beg".split()
)
_NO_SPEAKERS = frozenset(
    "the a this that these here note photo photos picture image credit video source watch read "
    "update updated related correction exclusive breaking opinion analysis".split()
)
_BEFORE_NOUN = frozenset({"DT", "PRP$", "JJ", "POS", "CD"})
_TOPIC = frozenset("of about for against to as".split())
_OBJECT_TAGS = frozenset("DT NN NNS NNP PRP PRP$ JJ CD NNPS".split())
_SUBJECT_TAGS = _OBJECT_TAGS | {"EX", "VBG", "JJR", "JJS", "RBR", "PDT"}
_LONGEST_SUBJECT = 14  # tokens between the beginning of a clause and its verb
_NO_SUBJECT = frozenset("who which because if when while as that what where whose than".split())
# Verbs of these classes report something in the passive, and after "to" with an object.
_PASSIVE = frozenset("argument mind blame neutral asking naming distancing attack".split())
_TO_DO = frozenset("naming attack blame insisting endorsing".split())
# Verbs that stand after what they report without quotation marks: "the road is open, he said".
_TAILS = frozenset("neutral endorsing insisting argument manner conceding distancing".split())
_HEADS = frozenset("neutral endorsing manner".split())
_NOUN_TOPIC = frozenset("of about to for against".split())
_OWNER_TAGS = frozenset("NN NNS NNP NNPS DT JJ PRP$".split())
_CIRCUMSTANCES = frozenset(
    "despite while when after before because during since until although though whereas".split()
)
_TOLD = frozenset("told tells tell informed assured reminded notified".split())
_RELATIVE = frozenset("who which that".split())
_ENDERS = frozenset("according which who whose where whom".split())
_WH = frozenset("what why how who where when whether if which whom whose".split())

# What may follow a verb of each class for its object to be taken as the content.
# c: a clause without "that", n: a noun phrase, i: "to" and a verb, p: of, about, for ...
_FRAMES = {
    "neutral": "cp",
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
_THOUGHT = frozenset({"mind"})
_INVERTIBLE = frozenset(
    "neutral formal argument endorsing distancing conceding insisting manner mind attack asking "
    "showing blame".split()
)


@dataclass(slots=True)
class Draft:
    """An attribution while it is being put together, in token ranges."""

    kind: Kind
    source: TokenRange | None
    cue: TokenRange | None
    content: list[TokenRange]
    verb_class: str | None
    rule: str
    order: int
    inside: "Draft | None" = None
    borrowed: list[TokenRange] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Sentence:
    """The token range of a sentence and the quotations of its text."""

    first: int
    past_last: int
    paragraph_end: int = 0  # where its paragraph ends, if the sentence begins one; else 0

    def end(self, words: Sequence[str]) -> int:
        """Return the end without the final stop."""
        end = self.past_last
        while end > self.first and (words[end - 1] in _STOPS or words[end - 1] in _CLOSING):
            end -= 1
        return end


class ClauseReader:
    """Reads sentences; knows the text, its tags, its quotations and the cues."""

    def __init__(
        self,
        tokens: TokenTable,
        tags: Sequence[str],
        cues: CueList,
        quotations: Sequence[Quotation],
    ) -> None:
        self._tokens = tokens
        self._words = tokens.words
        self._lowers = tokens.lowers
        self._tags = tags
        self._cues = cues
        self._phrases = NounPhrases(tokens, tags)
        self._quotations = quotations
        self._inside = quotation_mask(len(tokens), quotations)

    def read(self, sentence: Sentence) -> Iterator[Draft]:
        """Yield the attributions whose cue stands in this sentence, outside quotations."""
        drafts: list[Draft] = []
        colon = self._colon(sentence)
        if colon:
            drafts.append(colon)
        for index in range(sentence.first, sentence.past_last):
            if self._inside[index] >= 0:
                continue
            draft = self._draft_at(index, sentence, drafts)
            if draft is not None:
                self._settle(draft, drafts)
                drafts.append(draft)
        announced = self._announced(sentence, drafts)
        if announced is not None:
            drafts.append(announced)
        yield from sorted(drafts, key=_order)

    def _draft_at(self, index: int, sentence: Sentence, drafts: list[Draft]) -> Draft | None:
        tag = self._tags[index]
        phrase = self._cues.phrase_at(self._lowers, index)
        if phrase:
            return self._source_phrase(index, phrase, sentence)
        if tag.startswith("VB") or (tag == "NNS" and self._speaks_after(index)):
            cue = self._cues.verb_at(self._lowers, index)
            if cue is None:
                return self._unlisted_verb(index, sentence)
            return self._verb(index, cue, sentence, drafts)
        if tag.startswith("NN"):
            noun = self._cues.noun_at(self._lowers, index)
            return self._noun(index, noun, sentence) if noun else None
        return None

    def _unlisted_verb(self, index: int, sentence: Sentence) -> Draft | None:
        """Read "“Choke!” blared the front page": beside a quotation any verb may report it."""
        if self._tags[index] not in {"VBD", "VBZ"} or self._lowers[index] in _BE | _HAVE:
            return None
        group = self._group_start(index, sentence.first)
        found = self._speaker_before(group, index + 1, sentence, "", "")
        if found is not None and not self._is_over(index + 1, sentence):
            return None
        if found is None:
            found = self._speaker_after(group, index + 1, sentence, "")
        if found is None:
            return None
        source, left, _, rule = found
        content = self._content_before(left, sentence)
        place = (group, index + 1)
        if content is None or not self._is_whole_quotation(content):
            return None
        return Draft("speech", source, place, [content], None, f"{rule}, any verb", group)

    def _is_whole_quotation(self, content: TokenRange) -> bool:
        """Tell whether a content is one quotation that ends as speech does."""
        number = self._inside[content[0]]
        if number < 0 or self._inside[content[1] - 1] != number:
            return False
        return self._words[content[1] - 2] in {",", "!", "?"}

    def _announced(self, sentence: Sentence, drafts: Sequence[Draft]) -> Draft | None:
        """Read "Holm went further: “The road is shut.”": the sentence announces a quotation."""
        for colon in range(sentence.first + 2, sentence.past_last):
            if self._words[colon] != ":" or self._inside[colon] >= 0:
                continue
            past = colon + 1
            if past >= len(self._words) or self._inside[past] < 0:
                continue
            quotation = self._quotations[self._inside[past]]
            if quotation.first != past or _holds(drafts, past):
                continue
            return self._from_main_clause(sentence, colon, quotation)
        return None

    def _from_main_clause(
        self, sentence: Sentence, colon: int, quotation: Quotation
    ) -> Draft | None:
        for verb in range(sentence.first + 1, colon):
            if self._tags[verb] not in _FINITE or self._inside[verb] >= 0:
                continue
            source = self._phrases.before(verb, sentence.first)
            if source is None or is_expletive(self._lowers, source):
                continue
            past_verb = verb + 1
            while past_verb < colon and self._tags[past_verb][:2] in {"VB", "RB"}:
                past_verb += 1
            content = [(quotation.first, quotation.past_last)]
            return Draft("speech", source, (verb, past_verb), content, None, "announced", verb)
        return None

    def _speaks_after(self, index: int) -> bool:
        following = self._words[index + 1 : index + 2]
        return bool(following) and (following[0] in _OPENING or following[0] in {"that", ":"})

    # -- colons and phrases ---------------------------------------------------------------

    def _colon(self, sentence: Sentence) -> Draft | None:
        """Read "Mayor: bridge is safe" and "Gowdy: “I have not”"."""
        for index in range(sentence.first + 1, min(sentence.first + 9, sentence.past_last - 2)):
            if self._words[index] != ":":
                continue
            source = self._phrases.after(sentence.first, index)
            is_name = source is not None and source[1] == index and self._is_speaker(source)
            if not is_name or source is None:
                return None
            content = (index + 1, sentence.end(self._words))
            is_said = any(
                self._tags[place] in _FINITE or self._inside[place] >= 0
                for place in range(*content)
            )
            if sentence.paragraph_end and self._is_label(sentence.first, index):
                whole = (index + 1, sentence.paragraph_end)
                return Draft(
                    "speech", source, (index, index + 1), [whole], None, "transcript", index
                )
            if not is_said:
                return None
            rule = "colon"
            return Draft("speech", source, (index, index + 1), [content], None, rule, index)
        return None

    def _is_label(self, first: int, colon: int) -> bool:
        """Tell whether a paragraph begins with "Q:", "A:" or "ADA BROOK:"."""
        label = self._words[first:colon]
        return label in {("Q",), ("A",)} or all(
            word.isupper() and len(word) > 1 for word in label if word[0].isalpha()
        )

    def _is_speaker(self, source: TokenRange) -> bool:
        if self._lowers[source[0]] in _NO_SPEAKERS:
            return False
        return all(self._words[place][0].isupper() for place in range(source[0], source[1]))

    def _source_phrase(self, index: int, cue: Cue, sentence: Sentence) -> Draft | None:
        past_cue = index + 1 + len(cue.after)
        source = self._phrases.after(past_cue, sentence.past_last)
        if source is None:
            return None
        end = sentence.end(self._words)
        if index - sentence.first <= 1:
            content = [(self._after_source(source[1], end), end)]
        else:
            content = [(sentence.first, self._before_comma(index))]
            if (
                source[1] + 3 < end
                and self._words[source[1]] == ","
                and (self._words[index - 1] == ",")
            ):
                content.append((source[1] + 1, end))
        content = [part for part in content if part[0] < part[1]]
        if not content:
            return None
        place = (index, past_cue)
        return Draft("speech", source, place, content, cue.verb_class, "source phrase", index)

    def _after_source(self, start: int, end: int) -> int:
        """Return where the content begins after a source phrase: after its comma."""
        for place in range(start, min(end, start + 40)):
            if self._words[place] == ",":
                return place + 1
        return start

    def _before_comma(self, index: int) -> int:
        return index - 1 if self._words[index - 1] == "," else index

    # -- verbs ------------------------------------------------------------------------------

    def _verb(self, index: int, cue: Cue, sentence: Sentence, drafts: list[Draft]) -> Draft | None:
        group = self._group_start(index, sentence.first)
        past_cue = index + 1 + len(cue.after)
        tag = self._tags[index]
        if cue.verb_class == "refusal":
            return self._refusal(group, past_cue, cue, sentence)
        if self._is_passive(index, group):
            return self._passive(index, group, past_cue, cue, sentence)
        is_infinitive = any(self._tags[place] == "TO" for place in range(group, index))
        is_participle = tag == "VBG" and not self._has_auxiliary(group, index)
        is_adjective = (
            tag == "VBG" and index > sentence.first and self._tags[index - 1] in _BEFORE_NOUN
        )
        if is_infinitive:
            return self._infinitive(index, group, past_cue, cue, sentence)
        if is_adjective or (tag == "VB" and group == index):
            return None
        content, rule = self._content_after(past_cue, index, cue, sentence)
        is_plain = content is not None and self._is_after_apposition(group, sentence, rule)
        postposed = (
            None
            if is_participle or is_plain
            else self._postposed(group, past_cue, cue, sentence, rule)
        )
        if postposed:
            return postposed
        if self._is_reduced(index, group, rule):
            return None
        aside = self._aside(group, past_cue, cue, sentence)
        if aside:
            return aside
        source = self._subject(group, sentence, drafts, is_participle=is_participle)
        if content is None or (source is None and not rule.endswith("quotation")):
            return None
        if source and is_expletive(self._lowers, source):
            source = None
        kind: Kind = "thought" if cue.verb_class in _THOUGHT else "speech"
        rule = f"participle, {rule}" if is_participle else rule
        return Draft(kind, source, (group, past_cue), [content], cue.verb_class, rule, index)

    def _is_after_apposition(self, group: int, sentence: Sentence, rule: str) -> bool:
        """Tell whether "Holm, the mayor, said" reads better than "..., said Holm"."""
        comma = group - 1
        if comma <= sentence.first or self._words[comma] not in {",", "—", "–", "--"}:
            return False
        if self._inside[comma] >= 0 or self._words[comma - 1] in _CLOSING:
            return False
        source = self._phrases.before(group, sentence.first)
        if source is None or self._quotation_before(source[0]) >= 0:
            return False
        return rule != "noun phrase" or self._is_head_only(sentence.first, source[0])

    def _is_head_only(self, first: int, start: int) -> bool:
        """Tell whether nothing with a finite verb stands before a subject in its sentence."""
        return not any(
            self._tags[place] in _FINITE and self._inside[place] < 0
            for place in range(first, start)
        )

    def _group_start(self, index: int, limit: int) -> int:
        """Return where the verb group begins: auxiliaries and adverbs before the head."""
        start = index
        place = index - 1
        while place >= limit:
            tag, lower = self._tags[place], self._lowers[place]
            is_auxiliary = tag in {"MD", "TO"} or lower in _BE or lower in _HAVE
            if is_auxiliary and tag != "POS":
                start = place
            elif not (tag == "RB" or lower in {"not", "n't", "going"}):
                break
            place -= 1
        return start

    def _has_auxiliary(self, group: int, index: int) -> bool:
        return any(self._lowers[place] in _BE for place in range(group, index))

    def _is_passive(self, index: int, group: int) -> bool:
        if self._tags[index] not in {"VBN", "VBD"}:
            return False
        nearest = [p for p in range(group, index) if self._lowers[p] in _BE | _HAVE]
        return (
            bool(nearest)
            and self._lowers[nearest[-1]] in _BE
            and self._lowers[nearest[-1]] != "'s"
        )

    def _is_reduced(self, index: int, group: int, rule: str) -> bool:
        """Tell whether a participle only qualifies a noun: "the letter released on Friday"."""
        if self._tags[index] != "VBN" or rule not in {"noun phrase", "infinitive", "preposition"}:
            return False
        starts_object = self._tags[index + 1 : index + 2][0] in {"NNP", "PRP", "DT"}
        if self._words[group - 1] == "," and starts_object:  # "Holm, the mayor, called it"
            return False
        return not any(self._lowers[place] in _HAVE for place in range(group, index))

    def _aside(self, group: int, past_cue: int, cue: Cue, sentence: Sentence) -> Draft | None:
        """Read "the road is open, as Holm said" and "a plan that critics say will fail"."""
        source = self._phrases.before(group, sentence.first)
        if source is None or source[0] <= sentence.first or cue.verb_class not in _TAILS:
            return None
        link = source[0] - 1
        kind: Kind = "thought" if cue.verb_class in _THOUGHT else "speech"
        end = sentence.end(self._words)
        place = (group, past_cue)
        if self._lowers[link] == "as" and self._words[link - 1] == "," and link - 1 > sentence.first:
            content = [(sentence.first, link - 1)]
            if past_cue < end and self._words[past_cue] != ",":
                return None
            return Draft(kind, source, place, content, cue.verb_class, "as", group)
        if past_cue >= end or self._tags[past_cue] not in _FINITE:
            return None
        content = [(past_cue, self._content_end(past_cue, end))]
        if self._lowers[link] in {"that", "which", "who"}:
            content.insert(0, (link, link + 1))
        return Draft(kind, source, place, content, cue.verb_class, "relative clause", group)

    def _passive(
        self, index: int, group: int, past_cue: int, cue: Cue, sentence: Sentence
    ) -> Draft | None:
        """Read "the plan is expected to pass", "it was said that", "was criticised by X"."""
        subject = self._phrases.before(group, sentence.first)
        end = self._content_end(past_cue, sentence.end(self._words)) if past_cue else past_cue
        source, rest_end = self._agent(past_cue, end)
        rest = (past_cue, rest_end)
        if source and source[1] < end and source[0] - past_cue <= 1:
            rest = (source[1], end)
        follows = self._lowers[past_cue] if past_cue < end else ""
        is_said = follows in {"to", "that", "as", "for", "of", "with", "about"} or source
        if not is_said or cue.verb_class not in _PASSIVE:
            return None
        if follows == "for" and cue.verb_class not in {"blame", "approval", "mind", "attack"}:
            return None
        content = [rest] if rest[0] < rest[1] else []
        is_told = cue.entry.phrase in {"tell", "ask", "inform", "advise", "warn", "remind"}
        if subject and not is_expletive(self._lowers, subject) and not is_told:
            content.insert(0, subject)
        if not content:
            return None
        kind: Kind = "thought" if cue.verb_class in _THOUGHT else "speech"
        return Draft(kind, source, (group, past_cue), content, cue.verb_class, "passive", index)

    def _agent(self, start: int, end: int) -> tuple[TokenRange | None, int]:
        """Return the one behind "by", and where the words before it end."""
        for place in range(start, min(end, start + 12)):
            if self._lowers[place] == "by" and place + 1 < end:
                agent = self._phrases.plain_after(place + 1, end)
                if agent and self._tags[agent[0]] not in {"VBG", "CD"}:
                    return agent, place
            if self._words[place] in {",", ";"}:
                break
        return None, end

    def _infinitive(
        self, index: int, group: int, past_cue: int, cue: Cue, sentence: Sentence
    ) -> Draft | None:
        """Read "plans to announce", "used the speech to praise"."""
        content, rule = self._content_after(past_cue, index, cue, sentence)
        source = self._first_subject(group, sentence)
        if content is None or source is None or is_expletive(self._lowers, source):
            return None
        if rule in {"noun phrase", "preposition"} and cue.verb_class not in _TO_DO:
            return None
        kind: Kind = "thought" if cue.verb_class in _THOUGHT else "speech"
        name = f"to, {rule}"
        return Draft(kind, source, (group, past_cue), [content], cue.verb_class, name, index)

    def _refusal(self, group: int, past_cue: int, cue: Cue, sentence: Sentence) -> Draft | None:
        source = self._phrases.before(group, sentence.first)
        if source is None:
            return None
        place = (group, past_cue)
        return Draft("refusal", source, place, [], cue.verb_class, "refusal", group)

    def _postposed(
        self, group: int, past_cue: int, cue: Cue, sentence: Sentence, rule_after: str
    ) -> Draft | None:
        """Read `“X,” said Y` and `X, Y said`."""
        if cue.verb_class not in _INVERTIBLE or group <= sentence.first:
            return None
        kind: Kind = "thought" if cue.verb_class in _THOUGHT else "speech"
        found = self._speaker_before(
            group, past_cue, sentence, rule_after, cue.verb_class
        )
        if found is None:
            found = self._speaker_after(group, past_cue, sentence, cue.verb_class)
        if found is None:
            return None
        source, left, rest, rule = found
        content = self._content_before(left, sentence)
        if content is None:
            return None
        parts = [content]
        second = self._second_part(rest, sentence)
        if second:
            parts.append(second)
        place = (group, past_cue)
        return Draft(kind, source, place, parts, cue.verb_class, rule, group)

    def _speaker_after(
        self, group: int, past_cue: int, sentence: Sentence, verb_class: str
    ) -> tuple[TokenRange, int, int, str] | None:
        if not self._ends_content(group - 1) or self._lowers[past_cue - 1] in _TOLD:
            return None
        if self._quotation_before(group) < 0 and verb_class not in _HEADS:
            return None
        source = self._phrases.after(past_cue, sentence.past_last)
        return (source, group, source[1], "inverted") if source else None

    def _speaker_before(
        self, group: int, past_cue: int, sentence: Sentence, rule_after: str, verb_class: str
    ) -> tuple[TokenRange, int, int, str] | None:
        if self._quotation_before(group) >= 0:
            return None
        source = self._phrases.before(group, sentence.first)
        if source is None or source[0] <= sentence.first:
            return None
        if self._words[group - 1] == "," and self._quotation_before(source[0]) < 0:
            return None
        if not self._is_after_content(source[0], past_cue, sentence, rule_after):
            return None
        if self._quotation_before(source[0]) < 0 and verb_class not in _TAILS:
            return None
        return source, source[0], past_cue, "after its content"

    def _is_after_content(
        self, start: int, past_cue: int, sentence: Sentence, rule_after: str
    ) -> bool:
        """Tell whether "Y said" stands after what Y said."""
        if self._quotation_before(start) >= 0:
            return rule_after not in {"that", "clause", "wh-clause"}
        if not self._ends_content(start - 1):
            return False
        if self._is_head_only(sentence.first, start):
            return self._interrupts(past_cue, sentence)
        if rule_after in {"that", "clause", "wh-clause", "told to", "infinitive"}:
            return False
        if rule_after == "quotation" and self._words[past_cue] != ",":
            return False
        if rule_after == "quotation" and self._opens_sentence(past_cue + 1):
            return False
        return self._is_over(past_cue, sentence) or rule_after == "noun phrase"

    def _opens_sentence(self, place: int) -> bool:
        """Tell whether a quotation that opens here begins a sentence of its own."""
        word = self._words[place + 1 : place + 2]
        return self._inside[place] >= 0 and bool(word) and word[0][:1].isupper()

    def _interrupts(self, past_cue: int, sentence: Sentence) -> bool:
        """Tell whether ", she said," parts a subject from its verb."""
        verb = past_cue + 1
        if self._words[past_cue : past_cue + 1] != (",",) or verb >= sentence.past_last:
            return False
        while verb < sentence.past_last - 1 and self._tags[verb] == "RB":
            verb += 1
        return self._tags[verb] in _FINITE

    def _quotation_before(self, place: int) -> int:
        """Return the number of the quotation that ends right before a token, or -1."""
        edge = place - 1
        if edge > 0 and self._words[edge] in {",", "—", "–", "--"} and self._inside[edge] < 0:
            edge -= 1
        if edge >= 0 and self._inside[edge] >= 0 and self._words[edge] in _CLOSING:
            return self._inside[edge]
        return -1

    def _ends_content(self, index: int) -> bool:
        word = self._words[index]
        return word in {",", "?", "!", "—", "–", "--"} or (
            word in _CLOSING and self._inside[index] >= 0
        )

    def _is_over(self, index: int, sentence: Sentence) -> bool:
        """Tell whether nothing that could be the content follows the cue."""
        if index >= sentence.end(self._words):
            return True
        word, tag = self._words[index], self._tags[index]
        if word in {",", ";", "—", "–", "--", "."}:
            return True
        if self._inside[index] >= 0 or word in {"that", ":"}:
            return False
        return tag in {"IN", "RB", "VBG", "TO", "NNP"} or word in {"Monday", "after", "when"}

    def _content_before(self, left: int, sentence: Sentence) -> TokenRange | None:
        end = left
        while end > sentence.first and self._words[end - 1] in {",", "—", "–", "--"}:
            end -= 1
        start = sentence.first
        number = self._quotation_before(left)
        if number >= 0:
            opening = self._quotations[number].first
            before = self._words[opening - 1] if opening > sentence.first else ","
            if before in {",", ":", "—", "–", "--"}:
                start = max(start, opening)
        return (start, end) if end - start >= 1 else None

    def _second_part(self, rest: int, sentence: Sentence) -> TokenRange | None:
        """Return what goes on after an interrupting `, he said,`."""
        end = sentence.end(self._words)
        place = rest
        while place < end and self._inside[place] < 0 and self._words[place] != ",":
            place += 1
        if place >= end:
            return None
        if self._inside[place] >= 0:
            return place, end
        if place + 1 < end and self._inside[place + 1] >= 0:
            return place + 1, end
        is_clause = place == rest and self._tags[place + 1] not in {"VBG", "WP", "WDT", "CC"}
        has_verb = any(self._tags[p] in _FINITE for p in range(place + 1, end))
        return (place + 1, end) if is_clause and has_verb else None

    def _subject(
        self, group: int, sentence: Sentence, drafts: list[Draft], *, is_participle: bool
    ) -> TokenRange | None:
        before = self._lowers[group - 1] if group > sentence.first else ""
        if drafts and (is_participle or before in {"and", "but", "or", ","}):
            return drafts[-1].source
        if is_participle:
            return self._first_subject(group, sentence)
        if before in {"and", "but", "or"}:
            return self._first_subject(group, sentence)
        found = self._phrases.before(group, sentence.first)
        if found is None and before == "who":
            return (group - 1, group)
        return found

    def _first_subject(self, group: int, sentence: Sentence) -> TokenRange | None:
        """Return the subject of the main clause to the left, a relative clause passed over."""
        start = self._last_break(group, sentence)
        for place in range(start, group):
            if self._tags[place] not in _FINITE or self._inside[place] >= 0:
                continue
            first = self._group_start(place, sentence.first)
            if first > sentence.first and self._lowers[first - 1] in _RELATIVE:
                continue
            subject = self._phrases.before(first, sentence.first)
            if subject and not is_expletive(self._lowers, subject):
                return subject
        return None

    def _last_break(self, group: int, sentence: Sentence) -> int:
        """Return where the clause begins that a participle or infinitive belongs to."""
        for place in range(group - 2, sentence.first, -1):
            if self._words[place] == ";":
                return place + 1
            if self._lowers[place] in {"but", "and"} and self._words[place - 1] == ",":
                return place + 1
        return sentence.first

    # -- content on the right ----------------------------------------------------------------

    def _content_after(
        self, past_cue: int, index: int, cue: Cue, sentence: Sentence
    ) -> tuple[TokenRange | None, str]:
        end = sentence.end(self._words)
        if past_cue >= end:
            return None, ""
        start, rule = self._content_start(past_cue, index, cue, end)
        if start is None or start >= end:
            return None, ""
        past_last = self._content_end(start, end)
        if rule == "noun phrase":
            past_last = self._object_end(start, past_last)
        return (start, past_last), rule

    def _content_start(
        self, past_cue: int, index: int, cue: Cue, end: int
    ) -> tuple[int | None, str]:
        """Return where the content right of a cue begins, and by which rule."""
        marker = self._find_marker(past_cue, end, is_told=self._is_addressed(index))
        if marker is not None and not self._is_embedded(past_cue, marker, index, cue):
            return self._at_marker(marker)
        place = past_cue
        while place < end and self._tags[place] == "RB" and self._lowers[place] != "there":
            place += 1
        if place >= end:
            return None, ""
        if self._is_addressed(index):
            addressee = self._phrases.plain_after(place, end)
            if addressee and addressee[1] < end:
                place = addressee[1]
                if self._tags[place] == "TO" or self._lowers[place] in _WH:
                    return place, "told to"
                if self._starts_clause(place, end):
                    return place, "clause"
        rule = self._framed(place, end, _FRAMES.get(cue.verb_class, ""))
        return (place, rule) if rule else (None, "")

    def _is_embedded(self, past_cue: int, marker: int, index: int, cue: Cue) -> bool:
        """Tell whether a quotation is only a part of what follows: "called the law “strong”"."""
        if marker == past_cue or self._inside[marker] < 0 or self._is_addressed(index):
            return False
        if "n" not in _FRAMES.get(cue.verb_class, "") and "c" not in _FRAMES.get(cue.verb_class, ""):
            return False
        starts_object = self._tags[past_cue] in _OBJECT_TAGS
        return starts_object and self._words[marker - 1] not in {",", ":", "—", "–", "--", "-"}

    def _at_marker(self, marker: int) -> tuple[int, str]:
        word = self._lowers[marker]
        if word == "that":
            return marker, "that"
        if word == ":":
            return marker + 1, "colon after the cue"
        return marker, "quotation"

    def _framed(self, place: int, end: int, frames: str) -> str:
        """Return the rule by which a verb of these frames takes what begins at `place`."""
        lower, tag = self._lowers[place], self._tags[place]
        tests = (
            ("wh-clause", "c" in frames and lower in _WH),
            ("infinitive", "i" in frames and tag == "TO"),
            ("clause", "c" in frames and self._starts_clause(place, end)),
            ("clause", self._starts_late(place, end, frames)),
            ("preposition", "p" in frames and tag == "IN" and lower in _TOPIC),
            ("noun phrase", "n" in frames and tag in _OBJECT_TAGS),
        )
        return next((rule for rule, holds in tests if holds), "")

    def _is_addressed(self, index: int) -> bool:
        lower = self._lowers[index]
        return lower in {"told", "telling"} or any(
            lower.startswith(verb[:-1]) for verb in _ADDRESSED
        )

    def _find_marker(self, place: int, end: int, *, is_told: bool) -> int | None:
        """Return the next "that", colon or opening mark before any finite verb."""
        for index in range(place, min(end, place + 16)):
            if self._inside[index] >= 0:
                return index
            lower = self._lowers[index]
            if lower == "that" and self._tags[index] in {"IN", "WDT"}:
                is_link = self._tags[index] == "IN" or index == place or is_told
                return index if is_link else None
            if lower == "that" and self._has_verb(index + 1, min(end, index + 9)):
                return index
            if lower == ":":
                return index
            if self._tags[index] in _FINITE or lower in {";", "who", "which"}:
                return None
        return None

    def _has_verb(self, start: int, end: int) -> bool:
        return any(self._tags[place] in _FINITE for place in range(start, end))

    def _starts_clause(self, place: int, end: int) -> bool:
        """Tell whether a subject and a finite verb follow."""
        if self._lowers[place] in {"there", "it", "if"}:
            return True
        if self._tags[place] not in _SUBJECT_TAGS:
            return False
        for verb in range(place + 1, min(end, place + _LONGEST_SUBJECT)):
            if self._tags[verb] in _FINITE:
                return True
            if self._words[verb] in {",", ";", ":"} or self._lowers[verb] in _NO_SUBJECT:
                return False
        return self._tags[place + 1 : place + 2] == ("VBN",) and self._tags[place] == "PRP"

    def _object_end(self, start: int, end: int) -> int:
        """Return where an object ends: before a circumstance or a new clause."""
        for place in range(start + 1, end):
            if self._inside[place] >= 0:
                return end
            if self._lowers[place] in _CIRCUMSTANCES and self._tags[place] in {"IN", "WRB", "RB"}:
                return place
            if self._words[place] == "," and self._clause_after(place + 1, end):
                return place
        return end

    def _clause_after(self, start: int, end: int) -> bool:
        subject = self._phrases.plain_after(start, end) if start < end else None
        return subject is not None and subject[1] < end and self._tags[subject[1]] in _FINITE

    def _starts_late(self, place: int, end: int, frames: str) -> bool:
        """Tell whether a clause follows a short "in politics" or "on Wednesday"."""
        if "c" not in frames or self._tags[place] != "IN" or self._lowers[place] in _TOPIC:
            return False
        phrase = self._phrases.plain_after(place + 1, end)
        return phrase is not None and phrase[1] < end and self._tags[phrase[1]] == "PRP"

    def _content_end(self, start: int, end: int) -> int:
        """Return where content that runs to the right stops inside its sentence."""
        for place in range(start + 1, end - 1):
            if self._words[place] != "," or self._inside[place] >= 0:
                continue
            following = self._lowers[place + 1]
            if following in _ENDERS:
                return place
            if self._tags[place + 1] == "VBG" and self._cues.verb_at(self._lowers, place + 1):
                return place
        return end

    # -- nouns --------------------------------------------------------------------------------

    def _noun(self, index: int, cue: Cue, sentence: Sentence) -> Draft | None:
        """Read "the mayor's claim that", "the allegation that", "her criticism of"."""
        end = sentence.end(self._words)
        if index + 2 >= end:
            return None
        source = self._possessor(index, sentence)
        following = self._lowers[index + 1]
        is_clause = following == "that" and self._tags[index + 1] in {"IN", "WDT"}
        is_object = following in _NOUN_TOPIC and source is not None
        if not is_clause and not is_object:
            return None
        start = index + 1
        past_last = self._content_end(start, end)
        if following == "to" and self._tags[index + 2] != "VB":
            return None
        if is_object and following != "to":
            phrase = self._phrases.plain_after(index + 2, end)
            past_last = min(past_last, self._verb_after(index + 2, past_last))
            if phrase is None and self._tags[index + 2] != "VBG":
                return None
        rule = "noun" if is_clause else "noun with its object"
        place = (index, index + 1)
        return Draft("speech", source, place, [(start, past_last)], cue.verb_class, rule, index)

    def _possessor(self, index: int, sentence: Sentence) -> TokenRange | None:
        place = index - 1
        while place > sentence.first and self._tags[place] in {"JJ", "NN", "VBN", "CD", "VBG"}:
            place -= 1
        if place > sentence.first and self._tags[place] == "POS":
            first = place
            while first > sentence.first and self._tags[first - 1] in _OWNER_TAGS:
                first -= 1
            return (first, place + 1) if first < place else None
        return (place, place + 1) if self._tags[place] == "PRP$" else None

    def _verb_after(self, start: int, end: int) -> int:
        """Return where the finite verb after a noun phrase stands, or `end`."""
        for place in range(start, end):
            if self._lowers[place] in _WH or self._lowers[place] == "that":
                return end
            if self._tags[place] in _FINITE or self._words[place] == ",":
                return place
        return end

    # -- one after another ---------------------------------------------------------------------

    def _settle(self, draft: Draft, drafts: list[Draft]) -> None:
        """Decide between nested and side by side for a draft inside an earlier one's content."""
        place = draft.cue[0] if draft.cue else draft.order
        for earlier in reversed(drafts):
            for number, (start, end) in enumerate(earlier.content):
                if not start <= place < end:
                    continue
                border = self._border(draft, start, place)
                if border is not None:
                    earlier.content[number] = (start, border)
                    return
                draft.inside = earlier
                return

    def _border(self, draft: Draft, start: int, place: int) -> int | None:
        """Return where the earlier content ends when the draft does not belong to it."""
        own = draft.source is not None and start <= draft.source[0] < place
        left = draft.source[0] if own and draft.source else place
        before = self._lowers[left - 1]
        if draft.rule.startswith("participle"):
            return left - 1 if before == "," else left
        if before in {"and", "but", "while", "or"}:
            comma = self._words[left - 2] == ","
            if not own or comma:
                return left - 2 if comma else left - 1
        if before == "," and not own:
            return left - 1
        return None


def _order(draft: Draft) -> int:
    return draft.order


def _holds(drafts: Iterable[Draft], place: int) -> bool:
    """Tell whether a token is in the content of one of the drafts."""
    return any(start <= place < end for draft in drafts for start, end in draft.content)


def quotation_mask(length: int, quotations: Sequence[Quotation]) -> list[int]:
    """Return for each token the number of its quotation, marks included, or -1."""
    mask = [-1] * length
    for number, quotation in enumerate(quotations):
        for index in range(quotation.first, quotation.past_last):
            mask[index] = number
    return mask
