"""Write `resources/language/en/syllables.bin`: `make_syllables.py cmudict.dict`.

Kept is how many syllables the first pronunciation of a word has, as textstat asks for it.
"""

import argparse
from pathlib import Path

from reader.core.text.drawers import NumberDrawer


def main() -> None:
    """Read the dictionary, count the syllables of its words and write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dictionary", type=Path)
    parser.add_argument("--output", type=Path, default=Path("resources/language/en/syllables.bin"))
    call = parser.parse_args()
    syllables: dict[str, int] = {}
    for line in call.dictionary.read_text(encoding="utf-8").splitlines():
        word, *phones = line.partition("#")[0].split()
        if "(" not in word:  # a second pronunciation
            syllables[word] = sum(phone[-1].isdigit() for phone in phones)
    data = NumberDrawer.to_bytes(syllables)
    call.output.write_bytes(data)
    print(f"{call.output}: {len(syllables)} words, {len(data) / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
