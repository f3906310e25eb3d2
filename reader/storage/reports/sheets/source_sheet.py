"""The sheet of one source as a page to print: what was found, and lines for what was not."""

from collections.abc import Iterator
from html import escape

from reader.core.views.source_sheet import SaidHere, SourceSheet
from reader.storage.reports.text_report import GRADES, POSITIONS, TOLD

_STYLE = """
body{font:15px/1.45 "Noto Sans",Arial,sans-serif;max-width:46em;margin:2em auto;padding:0 1em;
color:#1f1d1a;background:#fff} h1{font-size:22px;margin:0} h2{font-size:16px;margin:1.2em 0 .3em}
p.quiet,.quiet{color:#55514a;font-size:13px} table{border-collapse:collapse;width:100%}
td,th{text-align:left;vertical-align:top;padding:4px 10px 4px 0;border-bottom:1px solid #d9d5cc}
th{width:18%;font-weight:600} td.line{border-bottom:1px solid #55514a;height:22px}
@media print{body{margin:0;max-width:none} h2,table{page-break-inside:avoid}}
"""
# What an article can seldom answer: independence, interest, number, closeness, and what is left.
_QUESTIONS = (
    "How do they know it? Were they there, or who told them?",
    "What could they gain or lose by saying it?",
    "Who else says so, and do they know it by themselves?",
    "Who else could have been asked?",
    "Looked up elsewhere: where, and what was found?",
    "What I would ask them:",
)
_LINES = 2  # empty lines below a question


def source_sheet_html(sheet: SourceSheet) -> str:
    """Return the sheet as one page that loads nothing."""
    source = sheet.source
    name = source.name or "No name given"
    facts = "".join(
        f"<tr><th scope=row width='18%'>{escape(title)}</th><td>{escape(words)}</td></tr>"
        for title, words in _facts(sheet)
    )
    said = "".join(map(_said, sheet.said))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(name)}</title>'
        f"<style>{_STYLE}</style></head><body><p class=quiet>Source sheet · "
        f"{escape(sheet.title)}</p><h1>{escape(name)}</h1>"
        f"<h2>What the program found in the article</h2><table width='100%'>{facts}</table>"
        f"<h2>What it says</h2><table width='100%'>{said}</table>"
        "<h2>What only a reader can find out</h2>"
        f"{''.join(map(_question, _QUESTIONS))}"
        "<p class=quiet>The program can be wrong. A name is not always better than none: a source "
        "may have a good reason to keep it back.</p></body></html>\n"
    )


def _facts(sheet: SourceSheet) -> Iterator[tuple[str, str]]:
    source, told = sheet.source, sheet.disclosure
    none = "the article does not say"
    yield "Who", source.name or "no name given"
    yield "Role", source.role or none
    yield "Named", GRADES[source.identification]
    yield "Kind", source.kind.replace("-", " ")
    yield "Words", f"{source.words} of the article’s words are theirs"
    yield "Speaks in", ", ".join(POSITIONS[place] for place in told.positions) or none
    words = iter(sheet.told)
    channels = [f"{TOLD.get(one.value, one.value)} (“{next(words)}”)" for one in told.channels]
    yield "Through what", "; ".join(channels) or none
    known = [f"{TOLD.get(one.value, one.value)} (“{next(words)}”)" for one in told.knowledge]
    yield "How they know", "; ".join(known) or none
    if told.anonymity is not None:
        yield "Why no name", f"“{sheet.reason}”" if sheet.reason else "no reason given"


def _said(item: SaidHere) -> str:
    words = f"“{item.words.strip('“”')}”" if item.is_quoted and item.words else item.words
    told = " ".join(part for part in (f"{item.verb}:" if item.verb else "", words) if part)
    place, words = escape(item.place), escape(told.rstrip(":"))
    return f"<tr><th scope=row width='18%'>{place}</th><td>{words}</td></tr>"


def _question(words: str) -> str:
    line = "<tr><td class=line>&nbsp;</td></tr>"
    return f"<p><b>{escape(words)}</b></p><table width='100%'>{line * _LINES}</table>"
