"""The core is light: it brings in no library for text, terminals, files or recurrences."""

import pkgutil
import subprocess
import sys

import cjpeace.core

HEAVY = (
    *("typer", "click", "rich", "yaml", "ryaml", "icalendar", "holidays", "zoneinfo", "tzdata"),
    *("dateutil.rrule", "dateutil.parser", "dateutil.tz", "difflib", "json", "argparse"),
)


def test_the_core_loads_nothing_heavy() -> None:
    found = pkgutil.walk_packages(cjpeace.core.__path__, "cjpeace.core.")
    names = [module.name for module in found]
    program = f"import sys, {', '.join(names)}\nprint(*sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-I", "-c", program], capture_output=True, text=True, check=True
    )
    loaded = ran.stdout.split()
    assert {"cjpeace.core.dates.window", "cjpeace.core.findings.check"} <= set(names) <= set(loaded)
    assert [name for name in HEAVY if name in loaded] == []
