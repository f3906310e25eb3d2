"""Word accuracy of the tagger: `tagger_accuracy.py FOLDER` with gum_news and pud_news .tsv.gz."""

import argparse
import time
from collections import Counter
from pathlib import Path

from train_tagger import read

from reader.core.text.tokens import TokenTable
from reader.paths import default_paths
from reader.storage.languages import SHIPPED, load_languages, load_tagger


def main() -> None:
    """Print accuracy, speed and the commonest confusions for each file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--confusions", type=int, default=0)
    call = parser.parse_args()
    began = time.process_time()
    folder = default_paths().languages
    tagger = load_tagger(folder, load_languages(folder).of(SHIPPED))
    print(f"load {time.process_time() - began:.3f} s")
    for name in ("gum_news", "pud_news"):
        sentences = read(call.folder / f"{name}.tsv.gz")
        wrong: Counter[tuple[str, str]] = Counter()
        total = 0
        began = time.process_time()
        for sentence in sentences:
            words = tuple(word for word, _ in sentence)
            lowers = tuple(word.lower() for word in words)
            places = tuple(range(len(words)))
            table = TokenTable("", words, lowers, places, places, ((0, len(words)),))
            for tag, (_, gold) in zip(tagger.tag(table), sentence, strict=True):
                total += 1
                wrong[gold, tag] += tag != gold
        seconds = time.process_time() - began
        accuracy = 1 - sum(wrong.values()) / total
        print(f"{name}: {accuracy:.4f} of {total} words, {total / seconds:.0f} words a CPU second")
        for (gold, tag), count in wrong.most_common(call.confusions):
            print(f"   {gold} taken for {tag}: {count}")


if __name__ == "__main__":
    main()
