"""The formats by name and by file ending, without the code that reads and writes them."""

FORMATS = (
    "csv",
    "tsv",
    "quanteda",
    "liwc",
    "dicx",
    "yoshikoder",
    "lexicoder",
    "wordstat",
    "vale",
    "pack",
)
PACK = ".crlex"
TEXT_SUFFIXES = (".csv", ".tsv", ".yml", ".yaml", ".dic", ".dicx", ".lc3", ".cat")
XML_SUFFIXES = (".lcd", ".ykd")
SUFFIXES = (*TEXT_SUFFIXES, *XML_SUFFIXES, PACK)
