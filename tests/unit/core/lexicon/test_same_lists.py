"""Lexicons as a key: only the very same ones, in the same order, are alike."""

from dataclasses import replace

from reader.core.analysis.analysing import AnalysisTools
from reader.core.lexicon.same_lists import SameLists
from reader.core.sources.rivals import rival_names
from reader.core.sources.words.source_words import SourceWords


def test_only_the_very_same_lists_are_alike(shipped_tools: AnalysisTools) -> None:
    one, other, *_ = shipped_tools.lexicons
    assert SameLists([one, other]) == SameLists((one, other))
    assert hash(SameLists([one, other])) == hash(SameLists((one, other)))
    assert SameLists([one, other]) != SameLists([other, one])
    assert SameLists([one]) != SameLists([replace(one, title=one.title)])
    assert SameLists([one]) != (one,)


def test_what_is_made_of_the_same_lists_is_kept_and_of_changed_ones_made_anew(
    shipped_tools: AnalysisTools,
) -> None:
    lists = shipped_tools.lexicons
    assert SourceWords.of(lists) is SourceWords.of(iter(lists))
    assert rival_names(lists) is rival_names(list(lists))
    place = next(n for n, one in enumerate(lists) if one.id == "source-kinds")
    changed = replace(lists[place], entries=lists[place].entries[:100])
    fewer = SourceWords.of((*lists[:place], changed, *lists[place + 1 :]))
    assert len(fewer.kinds) < len(SourceWords.of(lists).kinds)
