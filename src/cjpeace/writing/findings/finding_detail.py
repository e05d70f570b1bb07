"""What a finding rests on, as the stable JSON has it: the fields that only its code has."""

from typing import Any

from cjpeace.core.findings.clash import Clash
from cjpeace.core.findings.finding import Age, Detail, Lapse, OutOfTurn, TimeOff, Undated, Waiver


def detail_fields(detail: Detail | None) -> dict[str, Any]:  # noqa: PLR0911 - one a kind
    """The fields of one kind of finding."""
    match detail:
        case Lapse():
            return {
                "since": detail.since.isoformat(),
                "last_held": detail.last_held.own.written if detail.last_held else None,
                "missed": detail.missed,
            }
        case Undated():
            return {
                "deadline": detail.deadline.isoformat(),
                "overdue_from": detail.overdue_from.isoformat(),
            }
        case TimeOff():
            return {"days_off": _days_off(detail)}
        case Clash():
            return _others(detail)
        case OutOfTurn():
            return {"expected_host": detail.expected}
        case Age():
            return {"reviewed": str(detail.reviewed)}
        case Waiver():
            return {
                "until": str(detail.until),
                "accepted": list(detail.reasons),
                "hides": [code.value for code in detail.hides],
            }
        case None:
            return {}


def _days_off(time_off: TimeOff) -> list[dict[str, Any]]:
    """The days in order; a closed day has no name, a weekend no party either."""
    days: list[dict[str, Any]] = [
        {"day": off.day.isoformat(), "party": off.party.key, "name": off.name}
        for off in time_off.days_off
    ]
    days += ({"day": d.isoformat(), "party": None, "name": "weekend"} for d in time_off.weekend)
    return sorted(days, key=lambda day: str(day["day"]))


def _others(clash: Clash) -> dict[str, Any]:
    return {
        "with": f"{clash.other.agenda}/{clash.other.id}",
        "more": clash.more,
        "parties": [party for party, name in clash.planned.parties if name in clash.shared],
    }
