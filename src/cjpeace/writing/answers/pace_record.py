"""A pace as the stable JSON has it, and the same fields for CSV."""

from cjpeace.core.agenda import Agenda
from cjpeace.core.answers.pace import Forecast, Pace, Reckoned, Stretch
from cjpeace.writing.answers.occurrence_record import occurrence_record
from cjpeace.writing.answers.pace_words import reason_words
from cjpeace.writing.layout.stable_json import Record
from cjpeace.writing.words.cadence_words import cadence_words

COLUMNS = (
    "agenda", "id", "mechanism", "title", "convened_by", "cadence", "promised_days",
    "promised_intervals", "kept_days", "kept_intervals", "error_days", "first_number",
    "first_date", "last_number", "last_date", "ratio", "trend", "next", "next_error_days",
    "window_start", "window_end", "compared", "reason",
)  # fmt: skip
"""The columns of a pace as CSV."""


def pace_record(pace: Pace, agenda: Agenda, *, prefix: bool) -> Record:
    """A pace; intervals are in days, on the average.

    `kept` is over all numbered sessions; `promised` and `ratio` are over those held while a
    promise stood (`compared_over`), null when nothing compares.
    """
    mechanism, trend = pace.mechanism, pace.trend
    return {
        "id": f"{agenda.id}/{mechanism.key}" if prefix else mechanism.key,
        "mechanism": mechanism.key,
        "title": mechanism.title,
        "convened_by": mechanism.convened_by,
        "cadence": cadence_words(mechanism),
        "promised": _promised_record(pace),
        "kept": _stretch_record(pace.kept),
        "compared_over": _stretch_record(pace.comparable),
        "ratio": None if pace.ratio is None else round(pace.ratio, 3),
        "trend": trend
        and {
            "direction": trend.direction.value,
            "earlier": _stretch_record(trend.earlier),
            "later": _stretch_record(trend.later),
        },
        "next": _forecast_record(pace.forecast, agenda, prefix=prefix),
        "counted": [_reckoned_record(one) for one in pace.counted],
        "reason": reason_words(pace) or None,
        "agenda": agenda.id,
    }


def flat(record: Record) -> Record:
    """The record of a pace without records in it."""
    promised, kept = record["promised"] or {}, record["kept"] or {}
    first, last = kept.get("first", {}), kept.get("last", {})
    following, trend = record["next"] or {}, record["trend"] or {}
    window = following.get("window") or {}
    return record | {
        "promised_days": promised.get("days"),
        "promised_intervals": promised.get("intervals"),
        "kept_days": kept.get("days"),
        "kept_intervals": kept.get("intervals"),
        "error_days": kept.get("error_days"),
        "first_number": first.get("number"),
        "first_date": first.get("date"),
        "last_number": last.get("number"),
        "last_date": last.get("date"),
        "trend": trend.get("direction"),
        "next": following.get("day"),
        "next_error_days": following.get("error_days"),
        "window_start": window.get("start"),
        "window_end": window.get("end"),
        "compared": following.get("compared"),
    }


def _promised_record(pace: Pace) -> Record | None:
    if pace.promised_days is None:
        return None
    return {"intervals": round(pace.promised, 2), "days": round(pace.promised_days, 2)}


def _stretch_record(stretch: Stretch | None) -> Record | None:
    if stretch is None:
        return None
    return {
        "intervals": stretch.intervals,
        "days": round(stretch.days, 2),
        "error_days": round(stretch.error_days, 2),
        "first": _reckoned_record(stretch.first),
        "last": _reckoned_record(stretch.last),
    }


def _reckoned_record(one: Reckoned) -> Record:
    return {
        "number": one.session.number,
        "date": str(one.session.own),
        "day": one.day.isoformat(),
        "error_days": round(one.error_days, 2),
    }


def _forecast_record(forecast: Forecast | None, agenda: Agenda, *, prefix: bool) -> Record | None:
    if forecast is None:
        return None
    occurrence, window = forecast.occurrence, forecast.window
    end = window.end if window else None
    return {
        "day": forecast.day.isoformat(),
        "error_days": round(forecast.error_days, 2),
        "window": window and {"start": window.start.isoformat(), "end": end and end.isoformat()},
        "compared": forecast.compared.value if forecast.compared else None,
        "occurrence": occurrence and occurrence_record(occurrence, agenda, prefix=prefix)["id"],
    }
