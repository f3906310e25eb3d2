"""Makes the dictionaries that packed texts and analyses are packed with: `make_dictionaries.py`.

zlib begins with a dictionary of what is to be expected, so that short pieces become smaller. They
are made of our own texts only (samples, marked texts, examples of the lexicons). One that was once
released is never changed: a better one gets a new number, and both are read.
"""

import csv
import json
import random
from pathlib import Path

from reader.core.analysis.analysing import analyse
from reader.core.analysis.keeping import plain_analysis
from reader.core.analysis.known_lexicons import KnownLexicons
from reader.intake.read import read_article, read_text
from reader.paths import default_paths
from reader.storage.analysis_tools import load_analysis_tools
from reader.storage.readability_tools import ReadabilityTools

ROOT = Path(__file__).parents[2]
PLACE = ROOT / "reader" / "storage" / "library" / "database"
SIZE = 32_000  # bytes; zlib looks back no further


def own_files() -> list[Path]:
    marked = sorted((ROOT / "tests" / "quality" / "gold_marked").glob("*.txt"))
    return [*marked, *default_paths().samples]


def examples() -> list[str]:
    found: set[str] = set()
    for path in sorted(default_paths().lexicons.glob("*/entries.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            found |= {row.get("example") or "" for row in csv.DictReader(file)}
    return sorted(one for one in found if 8 <= len(one.split()) <= 30)


def main() -> None:
    paths = default_paths()
    files = own_files()
    some = random.Random(1).sample(examples(), 200)
    texts = [*some, *(read_article(str(path)).text for path in files)]
    (PLACE / "texts-1.zdict").write_bytes("\n\n".join(texts).encode()[-SIZE:])
    tools, _ = load_analysis_tools(paths)
    known = KnownLexicons(tools.lexicons)
    measure = ReadabilityTools(paths).measure
    made = []
    for path in files:
        analysis = analyse(read_text(read_article(str(path)).text, ""), tools)
        object.__setattr__(analysis, "readability", measure(analysis))
        made.append(json.dumps(plain_analysis(analysis, known), separators=(",", ":")))
    (PLACE / "analyses-1.zdict").write_bytes("".join(made).encode()[-SIZE:])


if __name__ == "__main__":
    main()
