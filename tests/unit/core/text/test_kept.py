"""What is made from a key once and kept."""

from reader.core.text.kept import Kept


def test_what_is_kept_is_made_once_until_there_is_too_much() -> None:
    made: list[str] = []
    kept = Kept(lambda key: made.append(key) or len(made), most=2)
    assert [kept["a"], kept["b"], kept["a"]] == [1, 2, 1]
    assert (kept["c"], dict(kept)) == (3, {"c": 3})
