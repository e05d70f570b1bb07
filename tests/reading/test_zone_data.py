import re
from pathlib import Path

import pytest

from cjpeace.reading.zone_data import newest_zone_data


def _copy(folder: Path, file: str, text: str) -> tuple[str, ...]:
    (folder / file).write_text(text)
    return (str(folder),)


def test_the_packages_data_are_taken_when_the_system_has_none(tmp_path: Path) -> None:
    data = newest_zone_data((str(tmp_path), str(tmp_path / "absent")))
    assert data.owner == "tzdata package"
    assert re.fullmatch(r"20\d\d[a-z]+", data.version)
    assert data.year == int(data.version[:4])


@pytest.mark.parametrize(
    ("file", "text", "version"),
    [
        ("tzdata.zi", "# version 2999b\n# more\n", "2999b"),
        ("tzdata.zi", "# version 2999za-dfsg\n", "2999za"),
        ("+VERSION", "2999c\n", "2999c"),
    ],
)
def test_the_systems_data_are_taken_when_they_are_newer(
    tmp_path: Path, file: str, text: str, version: str
) -> None:
    data = newest_zone_data(_copy(tmp_path, file, text))
    assert (data.owner, data.version, data.folder) == ("system", version, tmp_path)


@pytest.mark.parametrize("text", ["# version 1999z\n", "no version at all\n", ""])
def test_the_systems_data_are_left_when_they_are_older_or_do_not_say(
    tmp_path: Path, text: str
) -> None:
    assert newest_zone_data(_copy(tmp_path, "tzdata.zi", text)).owner == "tzdata package"


def test_a_zone_that_the_system_lacks_is_read_from_the_package(tmp_path: Path) -> None:
    data = newest_zone_data(_copy(tmp_path, "tzdata.zi", "# version 2999b\n"))
    assert data.zone("Asia/Tokyo").key == "Asia/Tokyo"


def test_british_columbia_keeps_one_time_all_year() -> None:
    from datetime import UTC, datetime

    vancouver = newest_zone_data().zone("America/Vancouver")
    winter, summer = (datetime(2027, m, 1, tzinfo=UTC).astimezone(vancouver) for m in (1, 7))
    assert winter.utcoffset() == summer.utcoffset()
