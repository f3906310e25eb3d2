"""How much a list of words may hold, so that a small file never exhausts the machine."""

MOST_ENTRIES = 200_000
MOST_LINES = 300_000  # of a table or a list
MOST_CATEGORIES = 1_000
MOST_PLACES = 20  # categories of one entry: each is a finding wherever it stands
MOST_COMPLAINTS = 200  # that are kept; further ones are counted


def first_lines(text: str) -> tuple[str, int]:
    """Return the lines of a text up to the limit, and how many lines more there are."""
    lines = text.count("\n")
    if lines <= MOST_LINES:
        return text, 0
    end = -1
    for _ in range(MOST_LINES):
        end = text.index("\n", end + 1)
    return text[:end], lines - MOST_LINES


def and_more(count: int) -> str:
    """Return the sentence that stands for complaints that are not kept."""
    return f"and {count:,} more that {'is' if count == 1 else 'are'} not listed."
