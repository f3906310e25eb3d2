"""Names of articles in one file: each tells its article from all others."""


class FreeNames:
    """Gives each article a name of its own: "storm", then "storm-2" and "storm-3"."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}

    def take(self, name: str) -> str:
        """Return a name, or with a number after it where another article has it."""
        free = name
        while free in self._taken:
            number = self._numbers[name] = self._numbers.get(name, 1) + 1
            free = f"{name}-{number}"
        self._taken.add(free)
        return free
