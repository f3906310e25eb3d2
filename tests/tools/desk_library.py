"""A small invented library for pictures of the desk: articles, feeds, collections, copies.

    fill(library)     keeps all of it, and analyses it

The towns, papers and people are those of the samples; nothing in it is real.
"""

from dataclasses import replace
from pathlib import Path

from reader.batch.importing.analyser import Analyser
from reader.core.text.article import Article
from reader.intake.read import read_article, read_pasted_text
from reader.launch import load_readability
from reader.storage.library.library import Library
from reader.storage.library.rows import Original, ReadingPlace, Wanted

SAMPLES = Path("resources/samples")
_FERRY = """The night ferry across the sound will stop in June, the harbour office said on Monday.

“The last boat has run half empty since the winter,” said Mira Osei, who speaks for the office.

Residents said that they were never asked. The crossing reportedly loses £4,000 a month.

The company expects the cut to save roughly a fifth of its costs. A bus may replace it.

Dockers called the decision a disgrace, and warned that it would not be the last."""
_PLAIN = """Two years ago the same council sold the old corn exchange, and the house is empty.

“We have seen what this regime does with a council seal,” said Ada Renfrew, a baker.

The council had become a regime of its own, residents complained. The mayor denied that.

The regime’s last council meeting before the vote lasted nine hours, and nobody was hurt."""
# title, outlet, date, collections, tags, state
_ARTICLES = (
    ("Ferry to stop at night from June", "Pressline", "2025-05-14", (), (), "new"),
    ("Stallholders lodge complaint over short notice", "The Eskerby Courier", "2025-05-12",
     ("Market debate",), (), "new"),
    ("What the harbour survey does not say", "Eskerby Today", "2025-05-12", (), (), "new"),
    ("Council leader: “The decision is final”", "Eskerby Today", "2025-05-10",
     ("Market debate",), ("council",), "read"),
    ("Night trains, the long quarrel", "Carrow Mail", "2025-05-08",
     ("Market debate", "Ferry at night"), (), "read"),
    ("Library hours under review", "The Eskerby Courier", "2025-05-07", (), (), "read"),
    ("Auditors question market figures", "Pressline", "2025-05-06",
     ("Market debate",), ("council",), "read"),
    ("Two views of the ring road", "Carrow Mail", "2025-05-05", (), (), "read"),
)  # fmt: skip


def _text_of(number: int, title: str) -> str:
    """Return a text of its own for an article, some of them with words that others share."""
    if title.startswith("Ferry"):
        return _FERRY
    own = f"This is report {number} on {title.lower()}, and the last of the week in the town."
    more = (
        f"The {title.split(maxsplit=1)[0].lower()} case was heard {number} times, the clerk said."
    )
    return (
        f"{_PLAIN}\n\n{own}\n\n{more}"
        if number % 2
        else f"{own}\n\n{more}\n\n{_PLAIN.partition(chr(10) * 2)[2]}"
    )


def _article(number: int, title: str, outlet: str, date: str) -> Article:
    made = read_pasted_text(f"{title}\n\n{_text_of(number, title)}")
    name = outlet.lower().replace(" ", "")
    return replace(made, outlet=outlet, published=date, origin=f"https://{name}.example/{number}")


def fill(library: Library) -> str:
    """Keep the articles; return the id of the sample, of which there are two versions."""
    for number, (title, outlet, date, collections, tags, state) in enumerate(_ARTICLES):
        article = _article(number, title, outlet, date)
        one = library.articles.add(article, collections=collections, tags=tags).id
        if state != "new":
            library.reading.set_state([one], state)
    _add_copies(library)
    sample = _add_samples(library)
    _add_shelves(library)
    analyser = Analyser(library, load_readability)
    for one in library.ids(Wanted()):
        analyser.analyse(one, library.articles.article(one))
    return sample


def _add_copies(library: Library) -> None:
    """Add two texts that are one agency's, one of them cut."""
    whole = _article(20, "Ferry to stop at night", "Harbour Post", "2025-05-14")
    library.articles.add(whole)
    cut = read_pasted_text(f"Ferry ends\n\n{_FERRY[:-80]}")
    library.articles.add(
        replace(cut, outlet="Carrow Mail", published="2025-05-14", origin="https://mail.example/9")
    )


def _add_samples(library: Library) -> str:
    """Keep both samples, the first one in two versions; return the id of its newer one."""
    path = SAMPLES / "eskerby-courier.md"
    sample = read_article(str(path))
    origin = "https://eskerbycourier.example/fury"
    older = sample.text.replace("Fury", "Anger").replace("About forty", "About sixty")
    older = older.replace("brutally ", "").replace("rammed through", "passed")
    first = replace(read_pasted_text(older), outlet=sample.outlet, origin=origin)
    library.articles.add(replace(first, title="Anger as council axes Saturday market"))
    data = Original(path.name, path.read_bytes())
    kept = library.articles.add(
        replace(sample, origin=origin),
        data,
        collections=("Market debate", "Lesson 9b"),
        tags=("council", "for class"),
    ).id
    start = sample.text.index("The figure could not")
    library.reading.opened(kept)
    library.reading.keep_place(kept, ReadingPlace(start, "The figure", 0.4))
    other = read_article(str(SAMPLES / "eskerby-today.md"))
    library.articles.add(other, tags=("council", "for class"))
    return kept


def _add_shelves(library: Library) -> None:
    for address, title in (("courier", "The Eskerby Courier"), ("today", "Eskerby Today")):
        library.feeds.follow(f"https://{address}.example/feed", title=title)
    library.feeds.follow("https://post.example/feed", title="Harbour Post")
    silent = library.feeds.at("https://post.example/feed")
    if silent is not None:
        library.feeds.failed(silent.number, "post.example did not answer.")
    library.shelves.keep_search("regime, narrator only", "regime, narrator only")
    library.watched.watch(Path.home() / "News" / "in")
