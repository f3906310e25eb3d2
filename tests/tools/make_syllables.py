"""Write `resources/language/en/syllables.bin`: `make_syllables.py cmudict.dict`.

Kept is how many syllables the first pronunciation of a word has, as textstat asks for it.
"""

import argparse
import json
import zlib
from collections import defaultdict
from pathlib import Path


def main() -> None:
    """Read the dictionary, group its words by their syllables and write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dictionary", type=Path)
    parser.add_argument("--output", type=Path, default=Path("resources/language/en/syllables.bin"))
    call = parser.parse_args()
    words: dict[int, list[str]] = defaultdict(list)
    for line in call.dictionary.read_text(encoding="utf-8").splitlines():
        word, *phones = line.partition("#")[0].split()
        if "(" not in word:  # a second pronunciation
            words[sum(phone[-1].isdigit() for phone in phones)].append(word)
    plain = {str(count): " ".join(sorted(words[count])) for count in sorted(words)}
    data = zlib.compress(json.dumps(plain, separators=(",", ":")).encode(), 9)
    call.output.write_bytes(data)
    print(f"{call.output}: {sum(map(len, words.values()))} words, {len(data) / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
