"""What is offered of one article: its facts, whether it is kept already, what may be missing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.core.across.versions import differences
from reader.core.text.article import Article, count_words
from reader.storage.library.rows import ArticleRow
from reader.ui.marks.dates import date_text
from reader.ui.places.library.adding.offered.offer import Kind, Offer, OfferedItem, Remark, Way
from reader.ui.places.library.article_list.row_words import day_words

if TYPE_CHECKING:
    from reader.storage.library.library import Library


def _tr(words: str) -> str:
    return QCoreApplication.translate("AddDialog", words)


def offer_of(library: "Library", article: Article, data: bytes, kind: Kind) -> Offer:
    """Return the offer of an article that was read."""
    here = library.articles.id_of(article)
    at_address = article.origin and library.articles.id_of_address(article.origin)
    kept_id = here or at_address or ""
    row = library.row(kept_id) if kept_id else None
    item = OfferedItem(article.name, "", article.origin, here is not None)
    return Offer(
        kind,
        article.title or "",
        _facts_told(article),
        (item,),
        article,
        data,
        kept_id=kept_id,
        remark=_kept_remark(library, article, row, here) or _missing_remark(article, kind),
    )


def _facts_told(article: Article) -> str:
    """Return author, outlet, day and length, as far as they are known."""
    count = count_words(article.text)
    words = _tr("1 word") if count == 1 else _tr("{n} words").format(n=f"{count:,}")
    day = date_text(article.published) if article.published else ""
    return ", ".join(filter(None, (article.byline, article.outlet, day, words)))


def _kept_remark(
    library: "Library", article: Article, row: ArticleRow | None, here: str | None
) -> Remark | None:
    """Return since when an article, or another text of its address, is kept; None for never."""
    if row is None:
        return None
    cause = _tr("You have had this since {day}.").format(day=day_words(row.added[:10]))
    if here is not None:
        return Remark(cause, _tr("It is the same text."), ("yours",))
    kept = library.articles.article(row.id, is_edited=False).text
    starts = (change.new.start for change in differences(kept, article.text))
    count = len({article.text.count("\n", 0, start) for start in starts})
    told = _tr("1 paragraph is different now.")
    if count != 1:
        told = _tr("{n} paragraphs are different now.").format(n=count)
    told = " ".join((told, _tr("Added, it is kept as a version."), *article.caveats))
    return Remark(cause, told, ("yours", "differences"))


def _missing_remark(article: Article, kind: Kind) -> Remark | None:
    """Return what reading was unsure of, or None."""
    if not article.caveats:
        return None
    ways: tuple[Way, ...] = ("choose",) if kind == "address" else ()
    first, *others = article.caveats
    return Remark(first, " ".join(others), ways, is_warning=True)
