"""docs/commands.md is what `--help` prints for each command."""

import os
from pathlib import Path

from tests.program import ROOT, run

from cjpeace.cli.app import COMMANDS

PAGE = ROOT / "docs" / "commands.md"
HEAD = """# The commands

What `cjpeace COMMAND --help` prints.
"""


def _page(folder: Path) -> str:
    parts = [HEAD]
    for command in COMMANDS:
        printed = run(
            command, "--help", cwd=folder, env={"COLUMNS": "100", "TERMINAL_WIDTH": "100"}
        )
        parts.append(f"\n## {command}\n\n```text\n{printed.stdout.strip()}\n```\n")
    return "".join(parts)


def test_the_page_shows_the_help_of_every_command(tmp_path: Path) -> None:
    page = _page(tmp_path)
    if "CJPEACE_WRITE_EXAMPLES" in os.environ:
        PAGE.write_text(page, "utf-8")
    assert PAGE.read_text("utf-8") == page
