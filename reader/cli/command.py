"""What a command of the command line is; light, so that `--help` is quick."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from types import ModuleType

    from reader.batch.documents import LoadReadability


class CommandModule(Protocol):
    """The module of a command."""

    def add_arguments(self, parser: "ArgumentParser") -> None:
        """Add all that may follow the command's name."""

    def run(self, call: "Namespace", load_readability: "LoadReadability") -> int:
        """Run the command; return the exit status.

        Raises:
            ReaderError: It cannot be done.
        """


@dataclass(frozen=True, slots=True)
class Command:
    """A command that can be named on the command line.

    Attributes:
        name: What is typed.
        help: What it does, in a few words.
        load: Returns its module, a CommandModule; it brings libraries of its own.
    """

    name: str
    help: str
    load: "Callable[[], ModuleType]"

    def module(self) -> CommandModule:
        """Return its module, loaded now."""
        return cast("CommandModule", self.load())
