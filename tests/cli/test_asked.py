"""An id that a command is given, and what it names within an agenda."""

import pytest

from cjpeace import loads
from cjpeace.cli.asked import own_id

AGENDA = """\
id: talks
title: Talks
adopted: 2026-01-01
parties: {japan: {name: Japan, timezone: Asia/Tokyo}}
mechanisms: {talks: {title: Talks}, visits: {title: Visits}}
"""


@pytest.mark.parametrize(
    ("id_", "own"),
    [
        ("talks", "talks"),
        ("talks/2026", "talks/2026"),
        ("talks/talks", "talks"),
        ("talks/talks/2026", "talks/2026"),
        ("talks/visits/2026", "visits/2026"),
        ("visits/2026", "visits/2026"),
        ("other/visits", "other/visits"),
    ],
)
def test_an_occurrence_is_named_in_an_agenda_of_the_same_name_too(id_: str, own: str) -> None:
    assert own_id(loads(AGENDA), id_) == own
