"""Corrections: what the reader says holds, is known as the reader's, and survives."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.analysis.analysing import AnalysisTools, analyse
from reader.core.analysis.analysis import Analysis
from reader.core.analysis.summary import speaking_sources, summary_counts
from reader.core.attribution.attributions import Attribution
from reader.core.corrections import (
    ACTIONS,
    RULE,
    Correction,
    History,
    apply,
    attribution_at,
    corrections_from_plain,
    evaluation_line,
    is_corrected,
    mute_everywhere,
    mute_here,
    named_speaker,
    new_speaker,
    plain_corrections,
    source_at,
    speaker_of,
)
from reader.core.corrections.attribution_actions import (
    add_attribution,
    remove_attribution,
    set_extent,
    set_kind,
    set_speaker,
    split_off,
)
from reader.core.corrections.hedge_actions import add_hedge, remove_hedge
from reader.core.corrections.naming_actions import join_names, part_names
from reader.core.corrections.source_actions import (
    merge_sources,
    name_side,
    set_side,
    set_source_kind,
)
from reader.core.corrections.text_actions import (
    edited_article,
    said_of_text,
    set_fact,
    set_text_kind,
)
from reader.core.document import analysis_document
from reader.core.sources.naming import Naming, NamingLabel
from reader.core.sources.source import Source
from reader.core.text.article import YOUR_EDIT, Article, Fact, Zone
from reader.core.text.spans import Span
from reader.paths import default_paths
from reader.storage.analysis_tools import load_analysis_tools

STORY = (
    "Ada Renfrew said the market would close in May. “We were never asked,” said Ada Renfrew.\n\n"
    "Council leader Piers Holloway claimed that traders may be offered pitches elsewhere.\n\n"
    "The chair of the traders said rents could rise. Nobody at the depot wanted the new plan."
)


@pytest.fixture(scope="module")
def tools(tmp_path_factory: pytest.TempPathFactory) -> AnalysisTools:
    made, _ = load_analysis_tools(default_paths(tmp_path_factory.mktemp("data")))
    return made


@pytest.fixture(scope="module")
def look(tools: AnalysisTools) -> Callable[[str], Analysis]:
    def analysed(text: str) -> Analysis:
        paragraphs, start = [], 0
        for part in text.split("\n\n"):
            paragraphs.append(Zone("paragraph", Span(start, start + len(part))))
            start += len(part) + 2
        article = Article(text=text, zones=tuple(paragraphs))
        return analyse(article, tools, assume_english=True)

    return analysed


@pytest.fixture(scope="module")
def found(look: Callable[[str], Analysis]) -> Analysis:
    return look(STORY)


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def said(analysis: Analysis, words: str) -> Attribution:
    item = attribution_at(analysis, span(analysis.article.text, words))
    assert item is not None
    return item


def source(analysis: Analysis, name: str) -> Source:
    return next(item for item in analysis.sources if name in (item.name or ""))


def speaker(analysis: Analysis, words: str) -> str | None:
    owner = source_at(analysis, said(analysis, words))
    assert owner is not None
    return owner.name


def actor(analysis: Analysis, name: str) -> Naming:
    return next(item for item in analysis.actors if item.actor == name)


def wordings(analysis: Analysis, name: str) -> list[str]:
    return [label.text for label in actor(analysis, name).labels]


def every_correction(analysis: Analysis) -> dict[str, Correction]:
    text = analysis.article.text
    quote = said(analysis, "never asked")
    pitches = said(analysis, "offered pitches")
    hedge = next(item for item in analysis.findings if item.span.of(text) == "may")
    return {
        "merge-sources": merge_sources(
            analysis, source(analysis, "Ada Renfrew"), source(analysis, "chair of the traders")
        ),
        "split-off": split_off(analysis, quote),
        "set-speaker": set_speaker(
            analysis, pitches, speaker_of(analysis, source(analysis, "Ada Renfrew"))
        ),
        "set-extent": set_extent(analysis, pitches, span(text, "pitches elsewhere")),
        "set-kind": set_kind(analysis, pitches, "thought"),
        "set-source-kind": set_source_kind(analysis, source(analysis, "Holloway"), "party"),
        "set-side": set_side(analysis, source(analysis, "Holloway"), 2),
        "name-side": name_side(2, "For the plan"),
        "add-attribution": add_attribution(
            analysis, span(text, "Nobody at the depot"), named_speaker("Depot workers")
        ),
        "remove-attribution": remove_attribution(analysis, pitches),
        "add-hedge": add_hedge(analysis, span(text, "Nobody"), "approximator"),
        "remove-hedge": remove_hedge(analysis, hedge),
        "join-names": join_names(
            analysis, (span(text, "The chair of the traders"),), actor(analysis, "Ada Renfrew")
        ),
        "part-names": part_names(analysis, (span(text, "the traders"),), "Stallholders"),
        "set-text-kind": set_text_kind("opinion"),
        "set-title": set_fact("title", "Market to move"),
        "set-author": set_fact("author", "Ada Holm"),
        "set-outlet": set_fact("outlet", ""),
        "set-date": set_fact("date", "2025-05-09"),
        "set-changed": set_fact("changed", "2025-05-10"),
        "set-place": set_fact("place", "Eskerby"),
        "set-agency": set_fact("agency", ""),
        "set-language": set_fact("language", "en"),
        "mute-here": mute_here(text, hedge),
        "mute-everywhere": mute_everywhere(hedge),
    }


def test_no_correction_changes_nothing(found: Analysis) -> None:
    assert apply(found, ()) is found


def test_what_the_reader_says_of_a_text_stands_before_what_was_read(found: Analysis) -> None:
    article = replace(found.article, title="Old", facts=(Fact("title", "Old", "heading"),))
    said = [
        set_fact("title", " Market \n to move"),
        set_fact("author", "Ada"),
        set_text_kind("live"),
    ]
    after = apply(replace(found, article=article), said)
    assert after.article == edited_article(article, said)
    assert after.article.text == article.text
    assert (after.article.title, after.article.byline) == ("Market to move", "Ada")
    assert after.article.facts[0] == Fact("title", "Market to move", YOUR_EDIT)
    assert after.article.facts[-1] == article.facts[0]
    assert after.marks.facts == (("title", "Old"), ("author", article.byline or ""))
    assert said_of_text(said) == {"title": "Market to move", "author": "Ada", "kind": "live"}


def test_a_wording_goes_to_the_actor_that_is_meant(found: Analysis) -> None:
    after = apply(found, [every_correction(found)["join-names"]])
    assert "the chair of the traders" in wordings(after, "Ada Renfrew")
    assert after.marks.names == {span(found.article.text, "The chair of the traders")}
    assert not any(label.text == "the chair of the traders" for label in others(after))
    assert actor(after, "Ada Renfrew") in after.naming


def others(analysis: Analysis) -> list[NamingLabel]:
    items = (item for item in analysis.actors if item.actor != "Ada Renfrew")
    return [label for item in items for label in item.labels]


def test_a_wording_can_be_an_actor_of_its_own(found: Analysis) -> None:
    after = apply(found, [every_correction(found)["part-names"]])
    assert wordings(after, "Stallholders") == ["traders"]
    assert actor(after, "Stallholders").kind == "own"


def test_an_actor_whose_last_wording_goes_is_gone(found: Analysis) -> None:
    (holloway,) = (item for item in found.actors if item.actor == "Piers Holloway")
    every = tuple(place for label in holloway.labels for place in label.spans)
    after = apply(found, [join_names(found, every, actor(found, "Ada Renfrew"))])
    assert all(item.actor != "Piers Holloway" for item in after.actors)
    assert "Council leader Piers Holloway" in wordings(after, "Ada Renfrew")


def test_names_follow_who_speaks(found: Analysis) -> None:
    removed = every_correction(found)["remove-attribution"]
    before = {label.voice for item in found.actors for label in item.labels}
    after = apply(found, [removed])
    told = [label for item in after.actors for label in item.labels if label.text == "traders"]
    assert "indirect" in before
    assert [label.voice for label in told] == ["narrator"]


def test_joined_sources_are_one(found: Analysis) -> None:
    after = apply(found, [every_correction(found)["merge-sources"]])
    assert speaker(after, "rents could rise") == "Ada Renfrew"
    assert len(after.sources) == len(found.sources) - 1
    ada, chair = source(found, "Ada Renfrew"), source(found, "chair of the traders")
    joined = source(after, "Ada Renfrew")
    assert joined.words == ada.words + chair.words
    assert after.marks.is_source_corrected(joined.id)
    assert after.marks.program_sources == len(speaking_sources(found))


def test_an_attribution_split_off_has_a_source_of_its_own(found: Analysis) -> None:
    after = apply(found, [every_correction(found)["split-off"]])
    first, second = said(after, "market would close"), said(after, "never asked")
    assert source_at(after, first) != source_at(after, second)
    assert sum(item.words for item in after.sources) == sum(item.words for item in found.sources)
    assert len(after.sources) == len(found.sources) + 1


def test_another_speaker_gets_the_words_and_the_voice(found: Analysis) -> None:
    after = apply(found, [every_correction(found)["set-speaker"]])
    assert speaker(after, "offered pitches") == "Ada Renfrew"
    changed = said(after, "offered pitches")
    assert changed.rule == RULE
    assert after.marks.changed == {changed.id}
    assert not any("Holloway" in (item.name or "") for item in after.sources)


def test_a_new_speaker_is_pointed_at_in_the_text(found: Analysis) -> None:
    mention = span(STORY, "The chair of the traders")
    correction = set_speaker(
        found, said(found, "never asked"), new_speaker(found, Span(mention.start + 4, mention.end))
    )
    after = apply(found, [correction])
    assert speaker(after, "never asked") == speaker(found, "rents could rise")


def test_an_extent_is_what_was_selected(found: Analysis) -> None:
    after = apply(found, [every_correction(found)["set-extent"]])
    assert [part.of(STORY) for part in said(after, "pitches").content] == ["pitches elsewhere"]
    may = next(item for item in after.findings if item.span.of(STORY) == "may")
    assert may.voice == "narrator"
    assert next(i for i in found.findings if i.span == may.span).voice == "indirect"


def test_a_kind_is_as_told(found: Analysis) -> None:
    corrections = every_correction(found)
    after = apply(found, [corrections["set-kind"], corrections["set-source-kind"]])
    assert said(after, "offered pitches").kind == "thought"
    assert source(after, "Holloway").kind == "party"


def test_sides_are_the_readers_and_change_no_count(found: Analysis) -> None:
    corrections = every_correction(found)
    after = apply(found, [corrections["set-side"], corrections["name-side"]])
    assert after.marks.side_of(source(after, "Holloway").id) == 2
    assert after.marks.side_of(source(after, "Renfrew").id) == 0
    assert after.marks.side_names == ("", "For the plan")
    assert after.sources == found.sources
    assert not is_corrected(after)


def test_an_added_attribution_is_counted_apart(found: Analysis) -> None:
    after = apply(found, [every_correction(found)["add-attribution"]])
    made = said(after, "Nobody at the depot")
    assert after.marks.added == {made.id}
    assert speaker(after, "Nobody at the depot") == "Depot workers"
    assert [item.id for item in found.attributions] == [
        item.id for item in after.attributions if item.id not in after.marks.added
    ]
    counts = summary_counts(after)["corrections"]
    assert counts["program"]["attributions"] == len(found.attributions)
    assert counts["reader"]["attributions_added"] == 1


def test_what_nobody_said_is_the_narrators(found: Analysis) -> None:
    after = apply(found, [every_correction(found)["remove-attribution"]])
    assert attribution_at(after, span(STORY, "offered pitches")) is None
    assert after.marks.removed == 1
    assert len(after.unsourced) == len(found.unsourced) + 1


def test_a_hedge_comes_and_goes(found: Analysis) -> None:
    corrections = every_correction(found)
    after = apply(found, [corrections["add-hedge"], corrections["remove-hedge"]])
    words = [item.span.of(STORY) for item in after.findings if item.panel == "hedging"]
    assert "Nobody" in words
    assert "may" not in words
    assert after.marks.hedges == {(span(STORY, "Nobody"), "approximator")}
    assert after.marks.hedges_removed == 1
    taken_back = next(i for i in after.findings if (i.span, i.category) in after.marks.hedges)
    again = apply(found, [corrections["add-hedge"], remove_hedge(after, taken_back)])
    assert again.findings == found.findings
    assert again.marks.hedges_removed == 0


@pytest.mark.parametrize("name", ACTIONS)
def test_every_correction_survives_an_edit(
    name: str, found: Analysis, look: Callable[[str], Analysis]
) -> None:
    edited = "It rained, and the mayor may speak. " + STORY.replace("in May", "in June 😀")
    edited = edited.replace("new plan", "old plan")
    corrections = corrections_from_plain(plain_corrections([every_correction(found)[name]]))
    plain, after, before = (
        look(edited),
        apply(look(edited), corrections),
        apply(found, corrections),
    )
    assert after.marks.unplaced == ()
    assert len(after.sources) - len(plain.sources) == len(before.sources) - len(found.sources)
    for count in ("added", "changed", "sources", "hedges", "sides", "side_names"):
        assert len(getattr(after.marks, count)) == len(getattr(before.marks, count))
    assert after.marks.removed == before.marks.removed
    assert after.marks.hedges_removed == before.marks.hedges_removed


@pytest.mark.parametrize(
    "name",
    [
        "merge-sources",
        "set-extent",
        "remove-attribution",
        "add-hedge",
        "remove-hedge",
        "mute-here",
    ],
)
def test_what_finds_no_place_is_told(
    name: str, found: Analysis, look: Callable[[str], Analysis]
) -> None:
    other = look("The harbour was quiet on Monday. Two boats came in before noon, one with fish.")
    after = apply(other, [every_correction(found)[name]])
    assert len(after.marks.unplaced) == 1
    assert after.findings == other.findings
    assert after.attributions == other.attributions
    assert any("is kept" in caveat for caveat in after.caveats)


@pytest.mark.parametrize("name", ["set-speaker", "set-extent", "set-kind"])
def test_what_the_program_no_longer_finds_is_made_anew(name: str, found: Analysis) -> None:
    lost = replace(found, attributions=(), sources=())
    after = apply(lost, [every_correction(found)[name]])
    made = said(after, "pitches")
    assert after.marks.unplaced == ()
    assert after.marks.added == {made.id}
    expected = {"set-speaker": "Ada Renfrew", "set-extent": "Council leader Piers Holloway"}
    assert speaker(after, "pitches") == expected.get(name, expected["set-extent"])
    assert made.kind == ("thought" if name == "set-kind" else "speech")


def test_a_text_whose_words_are_gone_and_back_has_its_corrections_again(
    found: Analysis, look: Callable[[str], Analysis]
) -> None:
    corrections = tuple(every_correction(found).values())
    assert apply(look(STORY), corrections) == apply(found, corrections)


def test_all_offsets_are_in_the_text(found: Analysis) -> None:
    after = apply(found, tuple(every_correction(found).values()))
    owners = [number for item in after.sources for number in item.attributions]
    assert sorted(owners) == sorted(item.id for item in after.attributions)
    places = [item.span for item in after.findings]
    assert places == sorted(places)
    for item in after.attributions:
        for part in (*item.source, *item.cue, *item.content):
            assert part.of(STORY).strip()


@settings(max_examples=40)
@given(order=st.permutations(range(len(ACTIONS))), taken=st.integers(0, len(ACTIONS)))
def test_any_order_gives_a_whole_analysis(found: Analysis, order: list[int], taken: int) -> None:
    corrections = list(every_correction(found).values())
    after = apply(found, [corrections[index] for index in order[:taken]])
    owners = [number for item in after.sources for number in item.attributions]
    assert sorted(owners) == sorted(item.id for item in after.attributions)
    there = {item.id for item in after.attributions}
    assert all(item.inside in {None, *there} for item in after.attributions)
    assert after.marks.changed | after.marks.added <= there


def test_undo_and_redo_are_each_others_way_back(found: Analysis) -> None:
    first, second, third = list(every_correction(found).values())[:3]
    history = History().with_new(first).with_new(second)
    assert history.undo().done == (first,)
    assert history.undo().redo() == history
    assert History().undo() == History()
    assert history.redo() == history
    assert history.undo().with_new(third).done == (first, third)
    assert not history.undo().with_new(third).future


def test_what_was_made_together_goes_together(found: Analysis) -> None:
    first, second, third, fourth = list(every_correction(found).values())[:4]
    history = History().with_new(first).with_new(second, third).with_new(fourth)
    assert [item.action for item in history.done] == [
        item.action for item in (first, second, third, fourth)
    ]
    before = history.undo()
    assert before.undo().done == (first,)
    assert before.undo().redo() == before
    assert before.undo().redo().redo() == history
    assert before.undo().undo().redo().redo().redo() == history
    assert corrections_from_plain(plain_corrections(history.done)) == history.done


def test_corrections_are_the_same_after_json(found: Analysis) -> None:
    corrections = tuple(every_correction(found).values())
    assert corrections_from_plain(plain_corrections(corrections)) == corrections


@pytest.mark.parametrize(
    "plain",
    [
        {},
        {"action": "rename-the-moon"},
        {"action": "set-side", "value": "left"},
        {"action": "set-side", "value": "1st"},
        {"action": "name-side", "value": "12 Traders"},
        {"action": "add-hedge", "places": [{"exact": "may"}]},
        {"action": "split-off", "target": []},
        [],
        {
            "action": "add-hedge",
            "places": [{"exact": "a", "prefix": "", "suffix": "", "start": "x"}],
        },
    ],
)
def test_what_is_no_correction_is_refused(plain: object) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        corrections_from_plain([plain])


def test_the_document_carries_the_corrections(found: Analysis) -> None:
    corrections = tuple(every_correction(found).values())
    document = analysis_document(apply(found, corrections), "x", corrections)
    assert corrections_from_plain(document["corrections"]) == corrections
    assert document["schema"] == "close-reader/analysis/1"
    assert "corrections" not in analysis_document(found, "x")
    assert "corrections" not in summary_counts(found)


def test_evaluation_data_says_whose_work_it_is(found: Analysis) -> None:
    corrections = every_correction(found)
    after = apply(found, [corrections["set-extent"], corrections["add-hedge"]])
    line = evaluation_line(after, "story")
    by = {STORY[slice(*item["content"][0])]: item["by"] for item in line["attributions"]}
    assert by["pitches elsewhere"] == "reader"
    assert list(by.values()).count("reader") == 1
    assert line["by"].count("reader") == 1
    assert line["meta"]["checked"] is True
    assert evaluation_line(found, "story")["meta"]["checked"] is False
    assert len(line["spans"]) == len(line["by"])
