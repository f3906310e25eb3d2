"""The fields of plain data from elsewhere, each read as what it must be, with a limit."""

from collections.abc import Iterator, Mapping, Sequence

from reader.errors import ReaderError

LONGEST = 4_000  # characters of a field, unless its reader says otherwise
MOST = 2_000  # things in a list


class Fields:
    """One object of plain data; what is not as it must be is told with its place."""

    def __init__(self, plain: object, place: str) -> None:
        """Take an object.

        Args:
            plain: What was read.
            place: Where it stands, for sentences about it: "mark 3".

        Raises:
            ReaderError: It is no object.
        """
        if not isinstance(plain, Mapping):
            raise ReaderError(f"{place} is no object.")
        self._plain: Mapping[object, object] = plain
        self.place = place

    def __contains__(self, key: str) -> bool:
        """Tell whether a field is there, and known."""
        return self._plain.get(key) is not None

    @property
    def plain(self) -> Mapping[object, object]:
        """Return the object as it was read."""
        return self._plain

    def keys(self) -> tuple[str, ...]:
        """Return the names of all fields."""
        return tuple(str(key) for key in self._plain)

    def text(self, key: str, default: str | None = None, longest: int = LONGEST) -> str:
        """Return a text; half characters in it are replaced.

        Raises:
            ReaderError: It is missing and has no default, is no text, or too long.
        """
        value = self._plain.get(key)
        if value is None and default is not None:
            return default
        if not isinstance(value, str):
            raise self.wrong(key, "is missing" if value is None else "is no text")
        if len(value) > longest:
            raise self.wrong(key, f"is longer than {longest:,} characters")
        return value.encode("utf-8", "replace").decode()

    def number(self, key: str, default: int | None = None) -> int:
        """Return a whole number.

        Raises:
            ReaderError: It is none, or missing and has no default.
        """
        value = self._plain.get(key)
        if value is None and default is not None:
            return default
        if not isinstance(value, int) or isinstance(value, bool) or abs(value) > 10**9:
            raise self.wrong(key, "is no whole number")
        return value

    def word(self, key: str) -> str:
        """Return a text, or a number, or yes and no, as text; what is missing is empty.

        Raises:
            ReaderError: It is something else.
        """
        value = self._plain.get(key)
        if isinstance(value, bool):
            return "yes" if value else "no"
        return str(value) if isinstance(value, int | float) else self.text(key, "")

    def flag(self, key: str) -> bool:
        """Return yes or no; what is missing is no.

        Raises:
            ReaderError: It is neither.
        """
        value = self._plain.get(key)
        if value is None:
            return False
        if not isinstance(value, bool):
            raise self.wrong(key, "is neither true nor false")
        return value

    def one_of(self, key: str, known: Sequence[str], default: str) -> str:
        """Return one of some words.

        Raises:
            ReaderError: It is another.
        """
        value = self.text(key, default)
        if value not in known:
            raise self.wrong(key, f"is none of {', '.join(known)}")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; what is missing is empty.

        Raises:
            ReaderError: It is none.
        """
        values = self._list(key)
        if not all(isinstance(value, str) and len(value) <= LONGEST for value in values):
            raise self.wrong(key, "is no list of texts")
        return tuple(str(value).encode("utf-8", "replace").decode() for value in values)

    def objects(self, key: str, name: str) -> Iterator["Fields"]:
        """Yield the objects of a list, each named by its number; what is missing is empty.

        Raises:
            ReaderError: It is no list, or something in it is no object.
        """
        for number, value in enumerate(self._list(key), start=1):
            yield Fields(value, f"{name} {number}")

    def named(self, key: str, name: str) -> Iterator["Fields"]:
        """Yield the objects of a list; a mere text in it is an object that has only its id.

        Raises:
            ReaderError: It is no list, or something in it is neither.
        """
        for number, value in enumerate(self._list(key), start=1):
            yield Fields({"id": value} if isinstance(value, str) else value, f"{name} {number}")

    def part(self, key: str) -> "Fields":
        """Return an object; what is missing is empty.

        Raises:
            ReaderError: It is none.
        """
        value = self._plain.get(key)
        return Fields({} if value is None else value, key)

    def wrong(self, key: str, what: str) -> ReaderError:
        """Return the error about a field."""
        return ReaderError(f"{self.place}: “{key}” {what}.")

    def _list(self, key: str) -> list[object]:
        value = self._plain.get(key)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self.wrong(key, "is no list")
        if len(value) > MOST:
            raise self.wrong(key, f"has more than {MOST:,} things in it")
        return value
