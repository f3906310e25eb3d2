"""What an article reports somebody to have said or thought, as data."""

from typing import Literal

from reader.core.attribution.rules import VERBATIM
from reader.core.text.spans import Span
from reader.values import frozen

IMPRESSION = "impression"  # the class of cues that tell how something looks, not who says so

_INFINITIVE = "infinitive"  # the rule by which "to" and a verb follow

Kind = Literal["speech", "thought", "refusal"]
Form = Literal["direct", "indirect", "mixed"]


@frozen
class Attribution:
    """One report of speech or thought.

    Attributes:
        id: Its number in the article, from 1, in reading order.
        kind: Speech, thought, or a refusal to speak.
        form: Whether the content stands in quotation marks, wholly or in part; what interviews
            and statements print is direct without them.
        source: Where the one who speaks is named; empty when no source is named.
        cue: The words that show it; empty for a bare colon or quotation.
        content: What is attributed, in reading order; for a refusal what it was about, if told.
        verb_class: The category id of the cue in the attribution cues lexicon, or None.
        rule: The short name of the rule that made it, for its card.
        inside: The id of the attribution whose content holds this one, or None.
        sure: False where the program doubts; such ones stay out of counts of who speaks.
        of_writer: The writer tells of an own thought or word: "I think that it is late".
    """

    id: int
    kind: Kind
    form: Form
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    verb_class: str | None
    rule: str
    inside: int | None = None
    sure: bool = True
    of_writer: bool = False

    @property
    def is_nobodys(self) -> bool:
        """Tell whether nobody but the writer speaks: it only seems so, or "I think" it."""
        return self.of_writer or (self.verb_class == IMPRESSION and not self.source)

    @property
    def is_narrators(self) -> bool:
        """Tell whether the words of the content stay the narrator's own."""
        return self.kind == "refusal" or self.is_nobodys or self._is_deed

    @property
    def is_verbatim(self) -> bool:
        """Tell whether the content is printed as it was spoken, without quotation marks."""
        return self.rule in VERBATIM

    @property
    def _is_deed(self) -> bool:
        """Tell whether somebody perhaps only does it: "refused to recognise the regime"."""
        is_to_do = self.rule.endswith(_INFINITIVE) and self.form == "indirect"
        return is_to_do and not self.sure

    @property
    def is_counted(self) -> bool:
        """Tell whether its words count as somebody's: the program is sure, and they are its own.

        The words of one inside another count for the outer one already.
        """
        return self.sure and self.inside is None and not self.is_narrators
