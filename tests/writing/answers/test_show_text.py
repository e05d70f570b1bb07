from datetime import date

import pytest
from tests.core.given import HEAD, talks
from tests.program import ROOT

from cjpeace import Agenda, load, loads
from cjpeace.core.answers.dossier import names, subject
from cjpeace.writing.answers.dossier_record import cited_keys
from cjpeace.writing.answers.show_text import subject_lines
from cjpeace.writing.layout.cells import width
from cjpeace.writing.layout.styled import plain

TODAY = date(2026, 11, 24)
BUNDLED = load(str(ROOT / "data/agenda.yaml"))


def shown(name: str, cells: int = 80, agenda: Agenda = BUNDLED, as_of: date = TODAY) -> list[str]:
    found = subject(agenda, name, as_of)
    assert found is not None
    lines = subject_lines([(agenda, found)], as_of, cells, prefix=False)
    return [plain(line) for line in lines]


@pytest.mark.parametrize("name", names(BUNDLED))
def test_only_an_address_is_wider_than_the_terminal(name: str) -> None:
    wide = [line for cells in (40, 60, 100) for line in shown(name, cells) if width(line) > cells]
    assert [line for line in wide if not line.strip().startswith("http")] == []


@pytest.mark.parametrize("name", names(BUNDLED))
def test_every_source_of_an_entry_is_listed_at_the_end(name: str) -> None:
    found = subject(BUNDLED, name, TODAY)
    assert found is not None
    text = "\n".join(shown(name, 300))
    keys = {key for dossier in found.dossiers for key in cited_keys(dossier)}
    listed = text.rpartition("\nSources\n")[2].splitlines()
    cited = {
        line.split("] ", 1)[1].split(":")[0].strip() for line in listed if line.startswith("  [")
    }
    assert cited == keys


def test_a_japanese_paragraph_wraps_between_its_characters() -> None:
    text = "agreement: [{section: 一, paragraphs: {1: 日加両国は平和と安全保障の協力に関する会合を、毎年開く。}}]"
    assert shown("1", 40, loads(HEAD + text))[1:4] == [
        "  日加両国は平和と安全保障の協力に関する",
        "  会合を、毎年開く。",
        "Nothing is founded on it.",
    ]


def test_a_session_tells_what_it_was_planned_for_and_what_is_doubtful() -> None:
    keys = (
        "cadence: {every: year, since: 2020}\n"
        "sessions: [{number: 1, planned: [2020-03, 2020-06], held: 2020-10-14, host: japan,"
        " place: Nara, reason: a flood, doubt: the day, note: by train,"
        ' source: "https://example.org/1"}]'
    )
    lines = shown("talks", 80, talks(keys), date(2020, 11, 1))
    begin = lines.index("Sessions, newest first")
    assert lines[begin + 2 : begin + 9] == [
        "  1st  14 Oct 2020  held; Japan; Nara [1]",
        "         planned for Mar 2020, then Jun 2020",
        "         reason: a flood",
        "         doubt: the day",
        "         note: by train",
        "Sources",
        "  [1] https://example.org/1",
    ]


def test_an_extra_session_says_that_it_answers_no_slot() -> None:
    keys = "cadence: {every: year, since: 2020}\nsessions: [{held: 2020-03}, {held: 2020-10}]"
    lines = shown("talks", 80, talks(keys), date(2020, 11, 1))
    assert "  Oct 2020  held, extra: it answers no slot" in lines


def test_what_an_entry_carries_and_pairs_with_is_named() -> None:
    lines = [
        " ".join(line.split()) for name in ("arf", "defence-talks") for line in shown(name, 120)
    ]
    assert "carries preventive-diplomacy (Joint activities in the ASEAN Regional Forum)" in lines
    assert "pairs with pol-mil-talks (Political-Military Talks)" in lines


def test_an_event_that_was_not_known_yet_says_so() -> None:
    lines = shown("agenda-2005", as_of=date(1999, 9, 17))
    assert "  status       nothing of it was known on 17 Sep 1999" in lines
    assert not any("Tokyo" in line for line in lines[: lines.index("Sources")])
