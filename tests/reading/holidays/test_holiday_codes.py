"""The codes of countries and regions: those that the package knows, and what else to write."""

import subprocess
import sys

import pytest
from holidays import list_supported_countries

from cjpeace import InvalidAgendaError, loads
from cjpeace.reading.entries.kinds import _HOLIDAYS
from cjpeace.reading.holidays.holiday_codes import ACCEPTED, code_help, is_listed, listed_codes

AGENDA = """\
title: An agenda
parties:
  canada: {name: Canada, timezone: America/Toronto, holidays: %s}
"""


def test_the_list_is_that_of_the_package() -> None:
    supported = {
        f"{country}-{region}" if region else country
        for country, regions in list_supported_countries().items()
        for region in ("", *regions)
    }
    assert listed_codes() == sorted(code for code in supported if _HOLIDAYS.fullmatch(code))


def test_what_is_in_the_list_is_listed_and_nothing_else() -> None:
    assert all(is_listed(code) for code in listed_codes())
    for code in ("", "C", "CA-", "CA-Q", "QC", "XX", "CA-ON-1", "JP-13", "\n", "AB AE"):
        assert not is_listed(code)


@pytest.mark.parametrize(
    ("code", "help_"),
    [
        ("ca-on", 'did you mean "CA-ON"?'),
        ("jp", 'did you mean "JP"?'),
        ("XX", ACCEPTED),
        ("Japan", ACCEPTED),
        ("JP-13", 'the holidays of JP are known for the whole of it: "JP"'),
        (
            "CA-QQ",
            "the regions of CA are AB, BC, MB, NB, NL, NS, NT, NU, ON, PE, QC, SK, YT",
        ),
        (
            "US-XX",
            (
                "the regions of US are AK, AL, AR, AS, AZ, CA, CO, CT, DC, DE, FL, GA, GU, HI, IA, "
                "ID, ..."
            ),
        ),
    ],
)
def test_a_code_that_is_not_known_is_told_what_to_write(code: str, help_: str) -> None:
    assert code_help(code) == help_


def test_an_unknown_region_is_an_error_at_its_place() -> None:
    with pytest.raises(InvalidAgendaError) as caught:
        loads(AGENDA % "CA-QQ")
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.message == 'no holidays are known for "CA-QQ"'
    assert (diagnostic.place.line, diagnostic.place.column) == (3, 63)


@pytest.mark.parametrize(("code", "imported"), [("CA-ON", False), ("CA-QQ", True)])
def test_the_package_is_asked_only_for_codes_that_are_not_listed(
    code: str, *, imported: bool
) -> None:
    read = (
        "import sys, cjpeace\n"
        "try: cjpeace.loads(sys.argv[1])\n"
        "except cjpeace.InvalidAgendaError: pass\n"
        "print('holidays' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", read, AGENDA % code], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"{imported}\n"
