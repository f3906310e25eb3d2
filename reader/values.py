"""Values: data that never changes, compared by what it holds.

A value is a frozen dataclass with slots. `dataclasses` writes and compiles six functions for each
such class when its module is imported, which takes half a millisecond, and the window imports some
hundred and fifty. Here a class gets each of its functions when it is first called.
"""

from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from typing import Any, NoReturn, TypeVar, dataclass_transform

Function = Callable[..., Any]
T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T]) -> type[T]:
    """Make a class a frozen dataclass with slots: `@frozen` above it is all that it takes.

    It behaves as under `@dataclass(frozen=True, slots=True)`: `replace`, `fields` and `asdict`
    work, what the class defines itself stays, and a change raises `FrozenInstanceError`.
    """
    if not cls.__doc__:
        cls.__doc__ = cls.__name__  # or dataclass would work out how it is called
    made: type[T] = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    functions = {
        "__init__": _late(made, "__init__", _written_init),
        "__eq__": _late(made, "__eq__", _written_eq),
        "__hash__": _late(made, "__hash__", _written_hash),
        "__reduce__": _reduce,
        "__repr__": _repr,
        "__setattr__": _refuse_change,
        "__delattr__": _refuse_removal,
    }
    for name, function in functions.items():
        if cls.__dict__.get(name) is None:  # None: a class with an __eq__ has no hash of its own
            setattr(made, name, function)
    return made


def _late(made: type, name: str, write: Callable[[type], Function]) -> Function:
    """Return a function that writes the true one, puts it in its own place, and calls it."""

    def first(*given: object, **named: object) -> object:
        written = write(made)
        written.__qualname__ = f"{made.__qualname__}.{name}"
        setattr(made, name, written)
        return written(*given, **named)

    return first


def _written_init(made: type) -> Function:
    """Write the `__init__` of a class: its parameters are the fields, each put into its slot."""
    known: dict[str, object] = {"MISSING": MISSING}
    parameters, lines = ["self"], []
    for one in fields(made):
        name, default = one.name, f"default_{one.name}"
        known[f"set_{name}"] = getattr(made, name).__set__
        if not one.init:  # what an object works out itself: made with each, and with each copy
            known[default] = one.default_factory
            lines.append(f"{name} = {default}()")
        elif one.default_factory is not MISSING:
            known[default] = one.default_factory
            lines.append(f"if {name} is MISSING: {name} = {default}()")
            parameters.append(f"{name}=MISSING")
        elif one.default is not MISSING:
            known[default] = one.default
            parameters.append(f"{name}={default}")
        else:
            parameters.append(name)
        lines.append(f"set_{name}(self, {name})")
    return _write(f"__init__({', '.join(parameters)})", lines, known)


def _written_eq(made: type) -> Function:
    """Write the `__eq__` of a class: the same class, and all that is compared is equal."""
    lines = [
        "if self.__class__ is not other.__class__: return NotImplemented",
        f"return {_held('self', made)} == {_held('other', made)}",
    ]
    return _write("__eq__(self, other)", lines, {})


def _written_hash(made: type) -> Function:
    return _write("__hash__(self)", [f"return hash({_held('self', made)})"], {})


def _held(owner: str, made: type) -> str:
    """Return in source what an object holds that is compared, as a tuple."""
    return "(" + "".join(f"{owner}.{one.name}, " for one in fields(made) if one.compare) + ")"


def _write(head: str, lines: list[str], known: dict[str, object]) -> Function:
    """Compile one function that sees the names that are known; without lines it does nothing."""
    body = "".join(f"  {line}\n" for line in lines or ["pass"])
    name = head[: head.index("(")]
    place: dict[str, Function] = {}
    exec(f"def write({', '.join(known)}):\n def {head}:\n{body} return {name}", place)
    written: Function = place["write"](**known)
    return written


def _reduce(self: Any) -> tuple[type, tuple[object, ...]]:  # noqa: ANN401 -- any value
    return self.__class__, tuple(getattr(self, one.name) for one in fields(self) if one.init)


def _repr(self: Any) -> str:  # noqa: ANN401 -- any value
    told = (f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.repr)
    return f"{self.__class__.__qualname__}({', '.join(told)})"


def _refuse_change(_self: object, name: str, _new: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_removal(_self: object, name: str) -> NoReturn:
    raise FrozenInstanceError(f"cannot delete field {name!r}")
