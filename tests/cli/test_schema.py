"""`cjpeace schema`: a schema that editors take as it is."""

import json
from pathlib import Path

from tests.program import ROOT, run

from cjpeace.reading.schema.schema import agenda_schema


def test_it_prints_the_schema(tmp_path: Path) -> None:
    ran = run("schema", cwd=tmp_path)
    assert (ran.exit, ran.stderr) == (0, "")
    assert json.loads(ran.stdout) == agenda_schema()


def test_the_schema_that_is_kept_is_the_one_that_is_printed(tmp_path: Path) -> None:
    kept = (ROOT / "docs" / "agenda.schema.json").read_text("utf-8")
    assert run("schema", cwd=tmp_path).stdout == kept


def test_the_bundled_agenda_leads_editors_to_the_schema() -> None:
    data = ROOT / "data"
    first = (data / "agenda.yaml").read_text("utf-8").partition("\n")[0]
    named = first.removeprefix("# yaml-language-server: $schema=")
    assert (data / named).resolve() == ROOT / "docs" / "agenda.schema.json"
