"""Where in a text the things stand that its errors speak of without a place."""

from collections.abc import Iterator

import yaml


def second_document(text: str) -> int | None:
    """The position, counted from 0, where the second document of a text begins."""
    starts = [start for event, start in events(text) if isinstance(event, yaml.DocumentStartEvent)]
    return starts[1] if len(starts) > 1 else None


def first_alias(text: str) -> int | None:
    """The position, counted from 0, of the first alias of a text."""
    return next(
        (start for event, start in events(text) if isinstance(event, yaml.AliasEvent)), None
    )


def deeper_than(levels: int, text: str) -> int | None:
    """The position, counted from 0, where a text has more levels than so many."""
    try:
        return _first_deeper(levels, text)
    except yaml.MarkedYAMLError as error:
        if error.problem_mark is None or "nesting" not in str(error.problem):
            return None
        # libyaml from 0.2.6 gives up at 1,000 levels before it tells of any: ask up to there
        return deeper_than(levels, text[: error.problem_mark.index - 1])


def _first_deeper(levels: int, text: str) -> int | None:
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > levels:
                return event.start_mark.index if event.start_mark else 0
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return None


def events(text: str) -> Iterator[tuple[yaml.Event, int]]:
    """The structure of a text, step by step, each with its position, as far as it can be read.

    Where a second document begins without a mark, which is an error, it is a step like any other.
    """
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            yield event, event.start_mark.index if event.start_mark else 0
    except yaml.MarkedYAMLError as error:
        if error.problem_mark and "<document start>" in str(error.problem):
            yield yaml.DocumentStartEvent(), error.problem_mark.index
    except yaml.YAMLError:
        return
