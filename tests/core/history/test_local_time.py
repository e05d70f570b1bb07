import pytest
from tests.core.given import day, events, talks, window

from cjpeace.core.agenda import Agenda
from cjpeace.core.answers.timeline import timeline
from cjpeace.core.history.local_time import start_time, zone_name


def _clock(agenda: Agenda) -> tuple[str, str | None]:
    (found,) = timeline(agenda, day("2002-01-01"), window("2001"))
    at = start_time(found)
    return (f"{at:%H:%M}" if at else "-", zone_name(found, agenda))


@pytest.mark.parametrize(
    ("session", "clock"),
    [
        ("", ("09:00", "Europe/Paris")),
        ('at: "10:30"', ("10:30", "Europe/Paris")),
        ("timezone: Asia/Seoul, host: japan", ("09:00", "Asia/Seoul")),
        ("host: japan", ("09:00", "Europe/Paris")),
    ],
)
def test_a_sessions_own_time_and_zone_go_before_its_mechanisms(
    session: str, clock: tuple[str, str]
) -> None:
    keys = 'at: "09:00"\ntimezone: Europe/Paris\n'
    held = f"{{held: 2001-05-05, {session}}}" if session else "{held: 2001-05-05}"
    assert _clock(talks(f"{keys}sessions: [{held}]\n")) == clock


@pytest.mark.parametrize(
    ("keys", "zone"),
    [
        ("host: japan", "Asia/Tokyo"),
        ("host: none", None),
        ("place: Tokyo", None),
        ("timezone: Asia/Seoul", "Asia/Seoul"),
    ],
)
def test_a_zone_that_is_not_stated_is_the_hosts(keys: str, zone: str | None) -> None:
    agenda = events(f'summit: {{title: Summit, held: 2001-05-05, at: "09:00", {keys}}}\n')
    assert _clock(agenda) == ("09:00", zone)
