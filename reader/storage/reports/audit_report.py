"""An audit as lines of text."""

from collections.abc import Iterator

from reader.core.lexicon.audit import AuditReport, Share, SideFigures

_COLUMNS = (
    "side",
    "texts",
    "words",
    "marks",
    "per 1,000 words",
    "false marks",
    "precision",
    "recall",
    "clean flagged",
)
_MOST = 15  # entries listed


def audit_lines(report: AuditReport) -> Iterator[str]:
    """Yield the report line by line: a table of the sides, then what to look at."""
    yield f"{report.lexicon} {report.version}"
    yield "\t".join(_COLUMNS)
    for figures in (*report.sides, report.total):
        yield _side(figures, figures.side or ("all" if figures is report.total else "(no side)"))
    fired = len(report.entries)
    yield f"{fired} entries fired, {report.silent} did not."
    yield f"{len(report.one_sided)} entries fired on one side only, twice or more:"
    for entry in report.one_sided[:_MOST]:
        share = _share(entry.precision)
        yield f"  {entry.entry.phrase}\t{entry.only_side}\t{entry.marks}\t{share}"
    if len(report.one_sided) > _MOST:
        yield f"  and {len(report.one_sided) - _MOST} more"
    total = len(report.without_counterpart)
    yield f"{total} of {fired + report.silent} entries name no counterpart."
    for lonely in report.broken_counterparts[:_MOST]:
        yield f"  {lonely.phrase}: no counterpart ({lonely.counterpart}) is in the lexicon."


def _side(figures: SideFigures, name: str) -> str:
    is_labelled = figures.precision.total or figures.recall.total or figures.clean_flagged.total
    false_marks = str(figures.false_marks) if is_labelled else "not known"
    cells = (
        name,
        f"{figures.texts}",
        f"{figures.words}",
        f"{figures.marks}",
        f"{figures.per_thousand:.1f}",
        false_marks,
        _share(figures.precision),
        _share(figures.recall),
        _share(figures.clean_flagged),
    )
    return "\t".join(cells)


def _share(share: Share) -> str:
    """Return a share with its sample and 95 % interval, as far as there is one."""
    if share.value is None:
        return "not known"
    low, high = share.interval
    return f"{share.value:.2f} ({low:.2f} to {high:.2f}; {share.hits} of {share.total})"
