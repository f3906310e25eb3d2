"""Articles as references, for programs that cite: RIS, and CSL JSON, which cites the lists too."""

import json
import re
from collections.abc import Iterator, Sequence

from reader.core.lexicon.lexicon import Lexicon
from reader.core.text.article import Article, is_web_address
from reader.storage.exports.authors import authors_of
from reader.storage.reports.choosing import voices_told
from reader.storage.reports.free_names import FreeNames
from reader.storage.reports.report_format import Choices, Report, ReportFormat
from reader.storage.reports.sheets.method_sheet import QUESTION, list_name, lists_used

_NO_ID = re.compile(r"[^\w.-]+", re.ASCII)
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_LOSS = "It cites the article, and names the lists in a note; it holds no text and no marks."
_CSL_LOSS = "It cites the article and the lists; it holds no text, no marks and no notes."


def address_of(article: Article) -> str:
    """Return the web address of an article, "" for one that came from a file."""
    return article.origin if is_web_address(article.origin) else ""


def _remark(choices: Choices) -> str:
    return f"{voices_told(choices)} {QUESTION}"


def _ris(reports: Sequence[Report], choices: Choices) -> bytes:
    records = [
        [*_article_record(report), *_lists_note(report, choices)] for report in reports
    ]  # one record an article: who cites it would have to delete those of the lists
    lines = (line for record in records for line in (*_lines(record), "ER  - ", ""))
    return ("\r\n".join(lines) + "\r\n").encode("utf-8", "replace")


def _lines(record: Sequence[tuple[str, str | None]]) -> Iterator[str]:
    for tag, value in record:
        flat = " ".join((value or "").split())
        if flat:
            yield f"{tag}  - {flat}"


def _article_record(report: Report) -> list[tuple[str, str | None]]:
    article, name = report.analysis.article, report.name
    return [
        ("TY", "NEWS"),
        ("ID", _safe(name)),
        ("TI", article.name),
        *(("AU", author) for author in authors_of(article.byline)),
        ("T2", article.outlet),
        ("PY", (article.published or "")[:4]),
        ("DA", (article.published or "").replace("-", "/")),
        ("LA", article.language),
        ("UR", address_of(article)),
        ("Y2", _accessed(report).replace("-", "/")),
    ]


def _lists_note(report: Report, choices: Choices) -> list[tuple[str, str | None]]:
    """Return the note that names the lists, where the method is wanted."""
    used = lists_used([report])
    if "method" not in choices.parts or not used:
        return []
    names = ", ".join(map(list_name, used))
    return [("N1", f"Word lists of Close Reader: {names}. {_remark(choices)}")]


def _csl(reports: Sequence[Report], choices: Choices) -> bytes:
    remark = _remark(choices)
    items = [_article_item(report) for report in reports]
    if "method" in choices.parts:
        items += [_list_item(item, remark) for item in lists_used(reports)]
    names = FreeNames()
    for item in items:
        item["id"] = names.take(str(item["id"]))
    text = json.dumps(items, ensure_ascii=False, indent=1) + "\n"
    return text.encode("utf-8", "replace")


def _article_item(report: Report) -> dict[str, object]:
    article, name = report.analysis.article, report.name
    item = {
        "id": _safe(name),
        "type": "article-newspaper",
        "title": article.name,
        "author": _people(authors_of(article.byline)),
        "container-title": article.outlet,
        "issued": _date_parts(article.published or ""),
        "language": article.language,
        "URL": address_of(article),
        "accessed": _date_parts(_accessed(report)),
    }
    return {name: value for name, value in item.items() if value}


def _date_parts(day: str) -> dict[str, object] | None:
    date = _DATE.fullmatch(day)
    return {"date-parts": [[int(part) for part in date.groups()]]} if date else None


def _accessed(report: Report) -> str:
    """Return the day on which an article was fetched; "" for one from a file."""
    return report.accessed if address_of(report.analysis.article) else ""


def _list_item(item: Lexicon, remark: str) -> dict[str, object]:
    plain = {
        "id": _safe(list_name(item)),
        "type": "dataset",
        "title": item.title,
        "author": _people(item.authors),
        "version": item.version,
        "language": item.language,
        "note": f"Word list of Close Reader, {list_name(item)}, {item.licence}. {remark}",
    }
    return {name: value for name, value in plain.items() if value}


def _people(names: Sequence[str]) -> list[dict[str, str]]:
    return [{"literal": " ".join(name.split())} for name in names if name.strip()]


def _safe(name: str) -> str:
    """Return an id that every program that cites can read."""
    return _NO_ID.sub("-", name).strip("-.") or "article"


RIS = ReportFormat(
    "ris",
    "References, RIS",
    ".ris",
    _ris,
    about="the article, for programs that cite",
    holds=frozenset({"method"}),
    loss=_LOSS,
)
CSL = ReportFormat(
    "csl",
    "References, CSL JSON",
    ".csl.json",
    _csl,
    about="article and lists, for programs that cite",
    holds=frozenset({"method"}),
    loss=_CSL_LOSS,
)
