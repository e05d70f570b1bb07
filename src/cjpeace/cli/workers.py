"""Work on many files at once, in as many processes as there are processors for this one."""

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from threading import Thread
from typing import TypeVar

Work = TypeVar("Work")
Result = TypeVar("Result")

SHARE = 1_000_000
"""Bytes of text for which a process is worth starting; it takes about as long as reading them."""


def processes_for(sizes: list[int]) -> int:
    """How many processes should read files of so many bytes: never more than there are files."""
    return max(1, min(len(sizes), sum(sizes) // SHARE, _processors()))


def shared_out(
    ask: Callable[[Work], Result], work: list[Work], sizes: list[int], processes: int
) -> Iterator[Result]:
    """What `ask` makes of each piece of work, in order; all of them can be pickled."""
    from concurrent.futures import ProcessPoolExecutor  # slow, and for many files only
    from functools import partial

    pool = ProcessPoolExecutor(processes, initializer=_end_with_the_parent)
    try:
        for results in pool.map(partial(_asked, ask), _shares(work, sizes, processes)):
            yield from results
    finally:
        pool.shutdown(cancel_futures=True)


def _shares(work: list[Work], sizes: list[int], processes: int) -> Iterable[list[Work]]:
    """Pieces of work in lists, large enough to be worth sending and small enough to balance."""
    enough = min(SHARE, sum(sizes) // (32 * processes))
    share: list[Work] = []
    filled = 0
    for piece, size in zip(work, sizes, strict=True):
        share.append(piece)
        filled += size
        if filled >= enough:
            yield share
            share, filled = [], 0
    if share:
        yield share


def _asked(ask: Callable[[Work], Result], share: list[Work]) -> list[Result]:
    return [ask(piece) for piece in share]


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _end_with_the_parent() -> None:
    """Leave interrupts to the parent, and do not outlive it when it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_wait_for_its_end, daemon=True).start()


def _wait_for_its_end() -> None:
    from multiprocessing import parent_process  # imported already where this runs

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
