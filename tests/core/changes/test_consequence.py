from tests.core.given import day, talks

from cjpeace.core.changes.consequence import consequences, recorded_occurrence

CADENCE = "cadence: {every: year, since: 2024}\n"
PATH = ("mechanisms", "talks", "sessions", 0)


def became(before: str, after: str) -> list[tuple[str, str | None, str | None]]:
    """The occurrences whose status differs, each with what it was and is."""
    found = consequences(
        talks(CADENCE + before), talks(CADENCE + after), "talks", PATH, day("2026-06-01")
    )
    return [
        (
            one.occurrence.id,
            one.before and one.before.status.value,
            one.after and one.after.status.value,
        )
        for one in found
    ]


def test_each_occurrence_whose_status_differs_is_one() -> None:
    assert became("sessions: [{held: 2024}]", "sessions: [{held: 2024}, {held: 2026-05}]") == [
        ("talks/2024", "held", "held"),
        ("talks/2025", "overdue", "missed"),
        ("talks/2026", "due", "held"),
    ]


def test_an_extra_session_comes_and_goes() -> None:
    one, two = "sessions: [{held: 2026-05}]", "sessions: [{held: 2026-05}, {held: 2026-05-20}]"
    assert ("talks/2026-05-20", None, "held") in became(one, two)
    assert ("talks/2026-05-20", "held", None) in became(two, one)


def test_a_session_far_ahead_is_found() -> None:
    after = talks(CADENCE + "sessions: [{tentative: 2060-05}]")
    found = consequences(talks(CADENCE), after, "talks", PATH, day("2026-06-01"))
    occurrence = recorded_occurrence(found, PATH)
    assert occurrence is not None
    assert occurrence.id == "talks/2060"


def test_a_session_not_known_on_the_day_has_no_occurrence() -> None:
    after = talks(CADENCE + "sessions: [{held: 2027-05}]")
    found = consequences(talks(CADENCE), after, "talks", PATH, day("2026-06-01"))
    assert recorded_occurrence(found, PATH) is None
