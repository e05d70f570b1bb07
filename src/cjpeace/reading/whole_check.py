"""The check as the library offers it: told of holidays and of time zones, where it needs them."""

from datetime import date, tzinfo

from cjpeace.core.agenda import Agenda
from cjpeace.core.findings import check as core
from cjpeace.core.findings.finding import Finding
from cjpeace.reading.holidays.holiday_data import holiday_name


def check(agenda: Agenda, as_of: date) -> list[Finding]:
    """All findings of an agenda on a day that are not accepted."""
    return core.check(agenda, as_of, holiday_name, zone_of)


def zone_of(name: str) -> tzinfo:
    """The time zone of a name, by the newest data there is."""
    from cjpeace.reading.zone_data import newest_zone_data  # only for sessions with hours

    return newest_zone_data().zone(name)
