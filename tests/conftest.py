"""What all tests share: how much work something is, told without a clock where that goes."""

import signal
import sys
import time
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers

# The same examples in each run, and no clock: no run fails by bad luck or on a busy machine.
# New examples are looked for by hand: `pytest --hypothesis-profile=search`.
SLOW = [HealthCheck.too_slow]
settings.register_profile(
    "fixed", deadline=None, derandomize=True, database=None, suppress_health_check=SLOW
)
settings.register_profile("search", deadline=None, max_examples=1_000, suppress_health_check=SLOW)
settings.load_profile("fixed")

# Hypothesis mixes constants of all modules that a process has loaded into its examples: other
# examples for each order of the tests. These are private names; a version without them may differ.
if hasattr(providers, "Constants"):
    providers._get_local_constants = providers.Constants  # noqa: SLF001 -- no setting tells it

# A shell lets jobs in the background ignore Ctrl+C; then no test of it would see what it does.
if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

Work = Callable[[], object]


@pytest.fixture(scope="session", autouse=True)
def own_data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what the program writes for its reader away from whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("CLOSE_READER_DATA", str(tmp_path_factory.mktemp("own")))
        yield


@pytest.fixture(scope="session")
def calls_of() -> Callable[[Work], int]:
    """Return a counter of the calls that some work makes: the same on a busy machine."""
    return count_calls


@pytest.fixture(scope="session")
def grows_in_line() -> Callable[[Callable[[int], object]], bool]:
    """Return a judge of work inside one call (a pattern, a parser), where no calls are seen."""
    return is_in_line


def count_calls(work: Work) -> int:
    """Return how many calls and returns some work makes, those of C functions included."""
    counted = [0]

    def count(*_: object) -> None:
        counted[0] += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return counted[0]


def is_in_line(work: Callable[[int], object], *, short: int = 10_000) -> bool:
    """Tell whether eight times the length takes about eight times as long, not 64.

    A busy machine can only make it look worse, so the best of five tries counts.
    """
    return any(cpu_of(work, 8 * short) < 24 * cpu_of(work, short) + 0.02 for _ in range(5))


def cpu_of(work: Callable[[int], object], length: int) -> float:
    began = time.process_time()
    work(length)
    return time.process_time() - began
