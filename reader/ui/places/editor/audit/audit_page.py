"""The audit of a list as a page: tables of sides and entries, each entry a link."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from PySide6.QtCore import QCoreApplication, QUrl

from reader.core.lexicon.audit import AuditReport, EntryFigures, Share, SideFigures
from reader.core.lexicon.lexicon import Entry
from reader.ui.theme import Theme

ENTRY_SCHEME = "entry"
_MOST = 60  # entries listed
_HEADINGS = (
    "Side",
    "Texts",
    "Words",
    "Marks",
    "per 1,000 words",
    "Marks people did not make",
    "Marks people share",
    "People’s marks found",
    "Plain texts with a mark",
)


def audit_html(report: AuditReport, theme: Theme) -> str:
    """Return the page of a report."""
    return "".join(_parts(report, theme))


def _parts(report: AuditReport, theme: Theme) -> Iterator[str]:
    yield (
        f"<style>td, th {{ padding: 3px 8px 3px 0; text-align: left }} "
        f"a {{ color: {theme.accent} }} .quiet {{ color: {theme.text2} }}</style>"
    )
    yield f"<h3>{escape(report.lexicon)} {escape(report.version)}</h3>"
    yield _quiet(
        _tr(
            "A difference is a question: do the texts differ, or does the list? The interval "
            "tells where the share would lie in 95 of 100 such samples."
        )
    )
    yield _table([map(_tr, _HEADINGS), *map(_side, report.sides), _side(report.total)])
    fired = len(report.entries)
    words = _tr("{fired} entries found something, {silent} did not.")
    yield _quiet(words.format(fired=fired, silent=report.silent))
    yield from _one_sided(report.one_sided)
    words = _tr("{n} of {all} entries name no counterpart.")
    yield _heading(_tr("Counterparts"))
    yield _quiet(words.format(n=len(report.without_counterpart), all=fired + report.silent))
    yield from _broken(report.broken_counterparts)


def _one_sided(entries: Sequence[EntryFigures]) -> Iterator[str]:
    yield _heading(_tr("Found on one side only, twice or more"))
    if not entries:
        yield _quiet(_tr("None."))
        return
    rows = [
        (_link(item.entry), escape(item.only_side or ""), f"{item.marks}", _share(item.precision))
        for item in entries[:_MOST]
    ]
    heads = (_tr("Entry"), _tr("Side"), _tr("Marks"), _tr("Marks people share"))
    yield _table([heads, *rows])
    if len(entries) > _MOST:
        yield _quiet(_tr("And {n} more.").format(n=len(entries) - _MOST))


def _broken(entries: Sequence[Entry]) -> Iterator[str]:
    if entries:
        yield _quiet(_tr("These name a counterpart that is not in the list:"))
        heads = (_tr("Entry"), _tr("Counterpart"))
        yield _table(
            [heads, *((_link(entry), escape(entry.counterpart)) for entry in entries[:_MOST])]
        )


def _side(figures: SideFigures) -> tuple[str, ...]:
    is_labelled = figures.precision.total or figures.recall.total or figures.clean_flagged.total
    return (
        escape(figures.side or _tr("all")),
        f"{figures.texts:,}",
        f"{figures.words:,}",
        f"{figures.marks:,}",
        f"{figures.per_thousand:.1f}",
        f"{figures.false_marks:,}" if is_labelled else "–",
        _share(figures.precision),
        _share(figures.recall),
        _share(figures.clean_flagged),
    )


def _share(share: Share) -> str:
    if share.value is None:
        return "–"
    low, high = share.interval
    words = _tr("{value} ({low} to {high}, n = {n})")
    return words.format(
        value=f"{share.value:.2f}", low=f"{low:.2f}", high=f"{high:.2f}", n=f"{share.total:,}"
    )


def _link(entry: Entry) -> str:
    address = QUrl()
    address.setScheme(ENTRY_SCHEME)
    address.setPath(entry.phrase)
    return f'<a href="{escape(address.toString())}">{escape(entry.phrase)}</a>'


def _table(rows: Sequence[Iterable[str]]) -> str:
    head, *body = map(tuple, rows)
    top = "".join(f"<th>{cell}</th>" for cell in head)
    lines = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in body)
    return f"<table><tr>{top}</tr>{lines}</table>"


def _heading(words: str) -> str:
    return f"<h4>{escape(words)}</h4>"


def _quiet(words: str) -> str:
    return f'<p class="quiet">{escape(words)}</p>'


def _tr(words: str) -> str:
    return QCoreApplication.translate("AuditPage", words)
