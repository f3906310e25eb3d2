"""Runs another tool over some texts, in the Python that has it; `compare_tools.py` calls it.

    other_tools.py gender-gap-tracker FOLDER MODEL < texts.json
    other_tools.py proselint < texts.json

It reads a list of texts and prints, as JSON, what was found in each and the CPU seconds that took,
loading not counted. It knows nothing of Close Reader, which need not be installed there.
"""

import importlib
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path


def gender_gap_tracker(folder: str, model: str) -> Callable[[str], list[dict]]:
    """Return what extracts quotes: words, speaker and verb of each."""
    spacy = importlib.import_module("spacy")
    code = Path(folder).resolve() / "nlp" / "english"
    os.chdir(tempfile.mkdtemp())  # it writes logs where it runs
    sys.path.insert(0, str(code))
    quotes, cleaning = (importlib.import_module(name) for name in ("quote_extractor", "utils"))
    language = spacy.load(model)
    verbs = str(code / "rules" / "quote_verb_list.txt")
    extractor = quotes.QuoteExtractor({"spacy_lang": language, "NLP": {"QUOTE_VERBS": verbs}})

    def found(text: str) -> list[dict]:
        told = extractor.extract_quotes(language(cleaning.preprocess_text(text)))
        return [{key: quote[key] for key in ("quote", "speaker", "verb")} for quote in told]

    return found


def proselint() -> Callable[[str], list[dict]]:
    """Return what finds spots that proselint advises against."""
    tools = importlib.import_module("proselint.tools")
    checks = importlib.import_module("proselint.checks")
    registry = importlib.import_module("proselint.registry").CheckRegistry()
    if hasattr(checks, "__register__"):
        registry.register_many(checks.__register__)

    def found(text: str) -> list[dict]:
        results = tools.LintFile("text", text).lint()
        spans = [result.check_result.span for result in results]  # of "\\n" and the text
        return [{"start": start - 1, "end": end - 1} for start, end in spans]

    return found


def main(name: str, given: Sequence[str]) -> None:
    """Print what a tool finds in the texts on standard input."""
    make = {"gender-gap-tracker": gender_gap_tracker, "proselint": proselint}[name]
    texts = json.load(sys.stdin)
    find = make(*given)
    find(texts[0])  # what is only made when first used is not counted
    began = time.process_time()
    told = [find(text) for text in texts]
    json.dump({"found": told, "seconds": time.process_time() - began}, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
