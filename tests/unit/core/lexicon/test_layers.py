"""Layers over shipped lexicons: changes, resets, merges, and the way back."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.lexicon.findings import Finding
from reader.core.lexicon.guards import parse_guards
from reader.core.lexicon.layering.layer_edits import (
    LayerHistory,
    added,
    edited,
    reset,
    rows_touched,
    with_category,
)
from reader.core.lexicon.layering.layer_merging import (
    Difference,
    list_differences,
    merge_edits,
    merge_shipped,
)
from reader.core.lexicon.layering.layers import Change, as_lexicon, new_layer, read_layer, rows_of
from reader.core.lexicon.lexicon import Category, Entry, Guard, Lexicon
from reader.core.lexicon.matcher import Matcher
from tests.english import ENGLISH, tokenize

CATEGORY = Category(
    "emotive", "Emotive word", "Tells how to feel.", "Without it?", "E", 1, "thick"
)


def entry(phrase, part=None, **fields):
    made = Entry(phrase, "forms", part, "emotive", "confident")
    return replace(made, **fields)


def lexicon(*entries, panel="wording", name="shipped"):
    return Lexicon(
        name,
        "Shipped",
        "en",
        "1",
        panel,
        "CC0",
        (),
        "",
        "",
        (CATEGORY,),
        tuple(entries),
        language_data=ENGLISH,
    )


SHIPPED = lexicon(entry("brutal", "adj"), entry("claim", "verb"), entry("claim", "noun"))


def row(layer, phrase, part=None, shipped=SHIPPED):
    return next(
        item
        for item in rows_of(shipped, layer)
        if (item.shown.phrase, item.shown.part) == (phrase, part)
    )


@pytest.fixture
def layer():
    return new_layer(SHIPPED, "Mine")


def found(words, *lexicons) -> list[Finding]:
    return [item.entry.phrase for item in Matcher(lexicons).find(tokenize(words), None)]


def states(layer, shipped=SHIPPED):
    return [(item.shown.phrase, item.shown.part, item.state) for item in rows_of(shipped, layer)]


def test_an_untouched_layer_shows_what_is_shipped(layer):
    assert {state for *_, state in states(layer)} == {"shipped"}


def test_each_kind_of_change_is_told_from_the_others(layer):
    layer = edited(layer, [(row(layer, "brutal", "adj"), entry("brutal", "adj", note="x"))])
    layer = edited(layer, [(row(layer, "claim", "noun"), None)])
    layer = added(layer, [entry("ghastly", "adj")])
    assert states(layer) == [
        ("brutal", "adj", "changed"),
        ("claim", "verb", "shipped"),
        ("claim", "noun", "muted"),
        ("ghastly", "adj", "added"),
    ]


def test_an_edit_back_to_the_shipped_words_is_no_change(layer):
    changed = edited(layer, [(row(layer, "brutal", "adj"), entry("brutal", "adj", note="x"))])
    back = edited(changed, [(row(changed, "brutal", "adj"), entry("brutal", "adj", line=9))])
    assert back == layer


def test_reset_takes_one_entry_back_and_leaves_the_others(layer):
    layer = edited(layer, [(item, None) for item in rows_of(SHIPPED, layer)])
    layer = reset(layer, [row(layer, "claim", "verb")])
    assert [state for *_, state in states(layer)] == ["muted", "shipped", "muted"]


def test_an_added_entry_is_deleted_and_not_muted(layer):
    layer = added(layer, [entry("ghastly")])
    layer = edited(layer, [(row(layer, "ghastly"), None)])
    assert layer.changes == ()


@pytest.mark.parametrize(
    ("muted", "words", "marked"),
    [
        (("claim", "noun"), "They claim it.", ["claim"]),
        (("claim", "verb"), "A claim it was.", ["claim"]),
        (("brutal", "adj"), "A brutal day.", []),
    ],
)
def test_muting_one_part_of_speech_leaves_the_other(layer, muted, words, marked):
    layer = edited(layer, [(row(layer, *muted), None)])
    assert found(words, SHIPPED, as_lexicon(layer, SHIPPED)) == marked


def test_a_renamed_entry_stops_marking_its_old_words(layer):
    layer = edited(layer, [(row(layer, "brutal", "adj"), entry("brutish", "adj"))])
    own = as_lexicon(layer, SHIPPED)
    assert found("A brutal and brutish day.", SHIPPED, own) == ["brutish"]


def test_a_muted_phrase_of_one_panel_stays_in_another():
    hedges = lexicon(entry("claim", "verb"), panel="hedging", name="hedges")
    layer = new_layer(hedges, "Mine")
    layer = edited(layer, [(row(layer, "claim", "verb", hedges), None)])
    assert found("They claim it.", hedges, as_lexicon(layer, hedges)) == []
    both = (lexicon(entry("claim", "verb")), hedges, as_lexicon(layer, hedges))
    assert found("They claim it.", *both) == ["claim"]


phrases = st.sampled_from(["brutal", "claim", "ghastly", "brutish", "dire", "the dire"])
parts = st.sampled_from([None, "verb", "noun", "adj"])
entries = st.builds(entry, phrases, parts, note=st.text("ab", max_size=2))
tables = st.lists(entries, max_size=6, unique_by=lambda e: (e.phrase, e.part))


@given(tables, st.data())
def test_what_is_stored_is_read_back(shipped_entries, data):
    shipped = lexicon(*shipped_entries)
    layer = new_layer(shipped, "Mine")
    for item in rows_of(shipped, layer):
        step = data.draw(st.sampled_from(["keep", "mute", "note", "rename"]))
        if step == "mute":
            layer = edited(layer, [(item, None)])
        elif step == "note":
            layer = edited(layer, [(item, replace(item.shown, note="mine"))])
        elif step == "rename":
            new = replace(item.shown, phrase=f"new {item.shown.phrase} {item.shown.part}")
            layer = edited(layer, [(item, new)])
    layer = added(layer, [entry("quite new")])
    bases = [
        (
            change.base,
            (change.entry.phrase.lower(), change.entry.part or "") if change.entry else None,
        )
        for change in layer.changes
        if change.base is not None
    ]
    again = read_layer(as_lexicon(layer, shipped), shipped, bases)
    assert set(rows_of(shipped, again)) == set(rows_of(shipped, layer))


def test_a_lexicon_written_by_hand_overrides_and_mutes_by_phrase():
    hand = replace(
        lexicon(entry("brutal", "adj", note="mine"), entry("dire")), muted=("Claim", "gone")
    )
    layer = read_layer(hand, SHIPPED, ())
    assert states(layer) == [
        ("brutal", "adj", "changed"),
        ("claim", "verb", "muted"),
        ("claim", "noun", "muted"),
        ("dire", None, "added"),
    ]
    assert "gone" in as_lexicon(layer, SHIPPED).muted


@pytest.mark.parametrize(
    ("mine", "newer", "merged", "disputed"),
    [
        ({"note": "my note"}, {"alternatives": ("harsh",)}, ("my note", ("harsh",)), None),
        ({"note": "my note"}, {"note": "their note"}, ("my note", ()), ("note",)),
        ({"note": "same"}, {"note": "same"}, None, None),
        ({"note": "my note"}, {}, ("my note", ()), None),
    ],
)
def test_a_newer_version_is_merged_field_by_field(layer, mine, newer, merged, disputed):
    changed = replace(entry("brutal", "adj"), **mine)
    layer = edited(layer, [(row(layer, "brutal", "adj"), changed)])
    now = lexicon(replace(entry("brutal", "adj"), **newer), *SHIPPED.entries[1:])
    layer, notices = merge_shipped(layer, now)
    item = row(layer, "brutal", "adj", now)
    if merged is None:
        assert item.state == "shipped"
    else:
        assert (item.shown.note, item.shown.alternatives) == merged
    assert [notice.fields for notice in notices] == ([disputed] if disputed else [])


def test_what_is_no_longer_shipped_stays_the_readers(layer):
    layer = edited(layer, [(row(layer, "brutal", "adj"), entry("brutal", "adj", note="x"))])
    layer = edited(layer, [(row(layer, "claim", "verb"), None)])
    now = lexicon(entry("claim", "noun"))
    layer, notices = merge_shipped(layer, now)
    assert states(layer, now) == [("claim", "noun", "shipped"), ("brutal", "adj", "added")]
    assert [(notice.kind, notice.phrase) for notice in notices] == [("orphaned", "brutal")]
    assert layer.loose_mutes == ("claim",)


def test_what_the_reader_added_and_is_shipped_now_is_told(layer):
    layer = added(layer, [entry("dire", note="mine")])
    now = lexicon(*SHIPPED.entries, entry("dire"))
    layer, notices = merge_shipped(layer, now)
    assert row(layer, "dire", None, now).state == "changed"
    assert notices[0].kind == "doubled"


@given(tables, tables)
def test_a_merge_never_loses_a_phrase_of_the_readers(old, new):
    layer = new_layer(lexicon(*old), "Mine")
    changes = tuple(Change(item, replace(item, note="MINE")) for item in old)
    layer = replace(layer, changes=(*changes, Change(None, entry("added"))))
    merged, _notices = merge_shipped(layer, lexicon(*new))
    kept = {(item.shown.phrase, item.shown.part) for item in rows_of(lexicon(*new), merged)}
    assert {(item.phrase, item.part) for item in old} | {("added", None)} <= kept
    notes = {
        item.shown.phrase for item in rows_of(lexicon(*new), merged) if item.shown.note == "MINE"
    }
    assert {item.phrase for item in old} <= notes


def test_two_windows_both_keep_their_changes(layer):
    mine = edited(layer, [(row(layer, "brutal", "adj"), None)])
    theirs = added(layer, [entry("dire")])
    assert states(merge_edits(layer, mine, theirs)) == [
        ("brutal", "adj", "muted"),
        ("claim", "verb", "shipped"),
        ("claim", "noun", "shipped"),
        ("dire", None, "added"),
    ]


def test_a_category_is_added_or_changed_by_its_id(layer):
    own = replace(CATEGORY, id="own", name="Own")
    layer = with_category(with_category(layer, own), replace(own, name="Renamed"))
    assert [item.name for item in layer.lexicon.categories] == ["Emotive word", "Renamed"]


def test_history_goes_back_and_forth(layer):
    one, two = added(layer, [entry("one")]), added(layer, [entry("two")])
    history = LayerHistory((layer,)).after((one,), "add").after((two,), "add")
    assert history.undone().layers == (one,)
    assert history.undone().undone().layers == (layer,)
    assert history.undone().undone().undone().layers == (layer,)
    assert history.undone().undone().redone().redone().layers == (two,)
    assert history.undone().after((layer,), "other").future == ()


def test_steps_of_one_name_are_undone_together(layer):
    one, two = added(layer, [entry("one")]), added(layer, [entry("two")])
    history = (
        LayerHistory((layer,)).after((one,), "typing", "note 1").after((two,), "typing", "note 1")
    )
    assert history.undone().layers == (layer,)


def test_a_step_tells_the_rows_it_touched(layer):
    brutal, claim, _noun = rows_of(SHIPPED, layer)
    muted = edited(layer, [(brutal, None)])
    both = added(muted, [entry("zorgful")])
    changed = edited(both, [(claim, replace(claim.base, note="Why?"))])

    def touched(before, after):
        return [(row.shown.phrase, row.state) for row in rows_touched(before, after)]

    assert touched([layer], [muted]) == [("brutal", "muted")]
    assert touched([muted], [both]) == [("zorgful", "added")]
    assert touched([both], [changed]) == [("claim", "changed")]
    assert touched([changed], [both]) == [("claim", "shipped")]
    assert touched([both], [muted]) == []
    assert touched([muted], []) == [("brutal", "shipped")]
    assert touched([], [muted]) == [("brutal", "muted")]
    assert touched([changed], [changed]) == []


def test_rows_of_one_phrase_with_other_guards_stay_apart() -> None:
    """One entry after "gun", another before "of": a table may have both, and so may a layer."""
    guards = [parse_guards(cell)[0] for cell in ("after:of", "only-after:of", "before:gun")]
    rows = tuple(entry("shot", guards=each) for each in guards)
    layer = read_layer(lexicon(*rows), None, ())
    assert as_lexicon(layer, None).entries == rows
    second = rows_of(None, layer)[1]
    changed = edited(layer, [(second, replace(rows[1], note="mine"))])
    assert [one.note for one in as_lexicon(changed, None).entries] == ["", "mine", ""]
    over, _ = merge_shipped(
        read_layer(lexicon(*rows), lexicon(entry("shot")), ()), lexicon(rows[2])
    )
    assert {one.guards for one in as_lexicon(over, lexicon(rows[2])).entries} >= set(guards[:2])


def test_two_lists_differ_by_phrase_and_rows_of_one_phrase_are_paired() -> None:
    both = Entry("slam", "forms", "verb", "force", "confident", line=3)
    mine = Entry("slam", "forms", "noun", "force", "confident")
    guarded = Entry("slam", "forms", "verb", "force", "possible", (), (Guard("name", ()),))
    theirs = replace(mine, note="of theirs", line=9)
    new = Entry("axe", "forms", "verb", "force", "confident")
    found = list_differences((both, mine, guarded), (new, replace(both, line=7), theirs))
    assert found == (
        Difference(None, new),
        Difference(mine, theirs),
        Difference(guarded, None),
    )
    assert [one.fields for one in found] == [(), ("note",), ()]


def test_no_step_back_reaches_what_another_window_did(layer):
    mine, both = added(layer, [entry("mine")]), added(layer, [entry("mine"), entry("theirs")])
    history = LayerHistory((layer,)).after((mine,), "add").with_others((both,))
    assert history.layers == (both,)
    back = history.undone()
    assert [change.entry.phrase for change in back.layers[0].changes] == ["theirs"]
    assert [change.key for change in back.redone().layers[0].changes] == [
        change.key for change in both.changes
    ]


def test_a_list_that_another_window_made_or_took_away_is_met_in_every_step(layer):
    other = replace(layer, lexicon=replace(layer.lexicon, id="other"), over="")
    mine = added(layer, [entry("mine")])
    history = LayerHistory((layer,)).after((mine,), "add").with_others((mine, other))
    assert history.undone().layers == (layer, other)
    gone = history.with_others((other,))
    assert gone.layers == (other,)
    assert set(gone.undone().layers) == {mine, other}
