"""docs/format.md lists every key that the reader knows."""

import os

from tests.program import ROOT

from cjpeace.reading.entries import keys
from cjpeace.reading.entries.entry import Keys

PAGE = ROOT / "docs" / "format.md"
MAPPINGS: tuple[type[Keys], ...] = (
    keys.AgendaKeys,
    keys.PartyKeys,
    keys.DefaultsKeys,
    keys.SectionKeys,
    keys.SourceKeys,
    keys.MechanismKeys,
    keys.EraKeys,
    keys.SessionKeys,
    keys.EventKeys,
    keys.AcceptKeys,
    keys.CommitmentKeys,
)


HEAD = """# The agenda file, key by key

A key that is not listed here is an error. Dates are EDTF or plain words, see the README.
"""


def _page() -> str:
    parts = [HEAD]
    for mapping in MAPPINGS:
        summary = (mapping.__doc__ or "").splitlines()[0]
        parts.append(f"\n## {summary.rstrip('.')}\n\n| key | takes | says |\n|---|---|---|\n")
        parts += (
            f"| `{key.name}` | {key.kind.accepted} | {key.says} |\n"
            for key in mapping.by_name.values()
        )
    return "".join(parts)


def test_the_page_lists_the_keys_as_the_reader_knows_them() -> None:
    if "CJPEACE_WRITE_EXAMPLES" in os.environ:
        PAGE.write_text(_page(), "utf-8")
    assert PAGE.read_text("utf-8") == _page()
