"""Public and government holidays, from the holidays package."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from cjpeace.core.dates.window import ONE_DAY

PUBLIC = ("public", "government")
"""The categories that count: days on which offices of the government are closed."""

ALSO = {"JP": ("bank",)}
"""Further categories of a country: Japan's ministries close with its banks, 31 December on."""

WEAKER = ("Bank Holiday",)
"""Names that say nothing where there is another for the day."""


def holiday_name(code: str, day: date) -> str | None:
    """What the holiday on a day is called, in a country or region: its names joined by a comma.

    >>> holiday_name("CA-ON", date(2026, 10, 12))
    'Thanksgiving Day'
    """
    return _of_year(code, day.year).get(day)


@lru_cache(maxsize=4096)
def _of_year(code: str, year: int) -> Mapping[date, str]:
    country, _, region = code.partition("-")
    found = _listed(country, region, year, (*PUBLIC, *ALSO.get(country, ())))
    if country == "CA":
        found = _federal(region, year) | found
    return {day: _plain(names) for day, names in found.items()}


def _federal(region: str, year: int) -> dict[date, str]:
    """The holidays of Canada's federal public service that the package has as optional, or lacks.

    Easter Monday, the civic holiday on the first Monday in August, and the mourning for the Queen:
    https://www.canada.ca/en/revenue-agency/services/tax/public-holidays.html
    """
    from dateutil.easter import easter  # only for planned days

    optional = _listed("CA", region, year, ("optional",))
    civic = {day: names for day, names in optional.items() if day.month == AUGUST}
    once = {day: name for day, name in ONCE.items() if day.year == year}
    return {easter(year) + ONE_DAY: "Easter Monday", **civic, **once}


AUGUST = 8

ONCE = {date(2022, 9, 19): "National Day of Mourning"}


def _listed(country: str, region: str, year: int, wanted: tuple[str, ...]) -> dict[date, str]:
    """The holidays of some categories, as far as the package has them for the country."""
    import warnings  # needed only for planned days, as is the next line

    from holidays import country_holidays  # 60 ms

    plain = country_holidays(country)
    languages = [one for one in LANGUAGES if one in plain.supported_languages]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # years that the package knows little of, such as 2040
        return dict(
            country_holidays(
                country,
                subdiv=region or None,
                years=year,
                expand=False,
                categories=tuple(one for one in wanted if one in plain.supported_categories),
                language=languages[0] if languages else None,
            )
        )


def has_holidays(code: str) -> bool:
    """Whether the package knows a country, or a region of it, by this code."""
    from holidays import country_holidays  # 60 ms

    country, _, region = code.partition("-")
    try:
        country_holidays(country, subdiv=region or None)
    except NotImplementedError:
        return False
    return True


LANGUAGES = ("en_CA", "en_US", "en_GB", "en")
"""The languages in which holidays are named, the first that a country has."""


def _plain(names: str) -> str:
    several = names.split("; ")
    telling = [name for name in several if name not in WEAKER]
    return ", ".join(telling or several[:1])
