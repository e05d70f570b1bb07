"""Time zone data: the newer of the system's and the tzdata package's.

Which one is newer can matter: British Columbia stopped changing its clocks in 2026.
"""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from zoneinfo import TZPATH, ZoneInfo

import tzdata  # type: ignore[import-untyped]
from msgspec import Struct

from cjpeace.reading.entries.kinds import zone_folder


class ZoneData(Struct, frozen=True):
    """One copy of the IANA time zone database: its release ("2026f"), whose it is, and where."""

    version: str
    owner: str
    folder: Path

    @property
    def year(self) -> int:
        """The year of the release."""
        return int(self.version[:4])

    def zone(self, name: str) -> ZoneInfo:
        """The zone of a name that the tzdata package knows, though this copy may lack it."""
        file = self.folder / name
        if not file.is_file():  # Debian keeps old names in a package of their own
            file = zone_folder() / name
        with file.open("rb") as stream:
            return ZoneInfo.from_file(stream, key=name)


@cache
def newest_zone_data(system: Iterable[str] = TZPATH) -> ZoneData:
    """The newest copy of the database; the package's when the system's is no newer."""
    copies = [_of_package(), *_of_system(system)]
    return max(copies, key=lambda copy: _age(copy.version))


def _of_package() -> ZoneData:
    return ZoneData(str(tzdata.IANA_VERSION), "tzdata package", zone_folder())


def _of_system(folders: Iterable[str]) -> list[ZoneData]:
    """The copies on the system that say which release they are."""
    found = ((_release(Path(folder)), Path(folder)) for folder in folders)
    return [ZoneData(release, "system", folder) for release, folder in found if release]


_RELEASE = re.compile(r"[0-9]{4}[a-z]+", re.ASCII)


def _release(folder: Path) -> str:
    """The release of a copy, empty when it does not say: macOS and the BSDs have `+VERSION`."""
    for name in ("tzdata.zi", "+VERSION"):
        try:
            with (folder / name).open(encoding="ascii", errors="replace") as stream:
                found = _RELEASE.search(stream.read(100))
        except OSError:
            continue
        if found:
            return found[0]
    return ""


def _age(version: str) -> tuple[int, int, str]:
    """The order of releases: 2026z comes before 2026za."""
    return (int(version[:4]), len(version), version)
