"""`cjpeace init`: a new agenda that validates, and never one written over."""

import re
from pathlib import Path

import pytest
import typer
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.cli.terminal import typed
from tests.program import ROOT, Ran, run

from cjpeace.cli.commands.init import _create
from cjpeace.core.agenda import Agenda
from cjpeace.reading.agenda_file import read_text
from cjpeace.reading.load import load, loads
from cjpeace.writing.new_agenda import NewAgenda, NewMechanism, NewParty, new_agenda_text

WORDS = (
    *("init", "--title", "Canada-Japan: the agenda", "--adopted", "1999-09-17"),
    *("--party", "Canada,America/Toronto,CA-ON", "--party", "Japan,Asia/Tokyo,JP"),
    *("--mechanism", "Annual talks", "--every", "2 years", "--when", "autumn"),
)


def refused(*words: str, cwd: Path) -> str:
    """What is said of options that cannot be used."""
    ran = run("init", *words, cwd=cwd)
    assert (ran.exit, ran.stdout) == (2, "")
    assert not (cwd / "agenda.yaml").exists()
    return ran.stderr.rpartition("Error: ")[2]


def test_options_make_an_agenda_that_validates(tmp_path: Path) -> None:
    ran = run(*WORDS, cwd=tmp_path)
    assert (ran.stderr, ran.exit) == ("", 0)
    assert ran.stdout == (
        "agenda.yaml is written: 2 parties, 1 mechanism\n"
        "What comes next:     cjpeace next\n"
        "What is overdue:     cjpeace check\n"
        "Mistakes made in it: cjpeace validate\n"
    )
    assert run("validate", cwd=tmp_path) == Ran("", "", 0)
    agenda = load(tmp_path / "agenda.yaml")
    assert (agenda.id, agenda.title) == ("canada-japan-the-agenda", "Canada-Japan: the agenda")
    assert [party.holidays for party in agenda.parties.values()] == ["CA-ON", "JP"]
    talks = agenda.mechanisms["annual-talks"]
    assert (talks.title, talks.hosts) == ("Annual talks", ("canada", "japan"))
    assert [str(era.every) for era in talks.cadence] == ["2 years"]


def test_what_it_names_as_next_can_be_typed(tmp_path: Path) -> None:
    ran = run(*WORDS, "-o", "日 本.yaml", cwd=tmp_path)
    assert "cjpeace next -a '日 本.yaml'\n" in ran.stdout
    assert run("next", "-a", "日 本.yaml", "--as-of", "2001-09-01", cwd=tmp_path).exit == 0


def test_a_file_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    kept = tmp_path / "agenda.yaml"
    kept.write_text("mine", "utf-8")
    said = (
        "cjpeace: agenda.yaml is there already, and is left as it is: name another file with -o\n"
    )
    for words in (WORDS, ("init", "--from-bundled")):
        assert run(*words, cwd=tmp_path) == Ran("", said, 2)
    assert typed("", "init", cwd=tmp_path) == Ran("", said, 2)
    assert kept.read_text("utf-8") == "mine"


def test_a_file_that_appears_while_somebody_answers_is_left_as_it_is(tmp_path: Path) -> None:
    kept = tmp_path / "agenda.yaml"
    kept.write_text("theirs", "utf-8")
    with pytest.raises(typer.Exit) as ended:
        _create(str(kept), "title: Mine\n")
    assert ended.value.exit_code == 2
    assert kept.read_text("utf-8") == "theirs"


def test_a_link_to_nowhere_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "agenda.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    assert run(*WORDS, cwd=tmp_path).exit == 2
    assert not (tmp_path / "elsewhere.yaml").exists()


def test_where_nothing_can_be_written_it_says_so(tmp_path: Path) -> None:
    ran = run(*WORDS, "-o", "no/folder.yaml", cwd=tmp_path)
    said = "cjpeace: no/folder.yaml cannot be written: no such file or directory\n"
    assert ran == Ran("", said, 2)


def test_a_hyphen_writes_to_stdout(tmp_path: Path) -> None:
    ran = run(*WORDS, "-o", "-", cwd=tmp_path)
    assert (ran.stderr, ran.exit) == ("", 0)
    assert loads(ran.stdout).title == "Canada-Japan: the agenda"
    assert list(tmp_path.iterdir()) == []


def test_the_bundled_agenda_is_copied_without_its_way_to_a_schema(tmp_path: Path) -> None:
    ran = run("init", "--from-bundled", cwd=tmp_path)
    assert ran.stdout.startswith("agenda.yaml is written: 2 parties, 12 mechanisms\n")
    bundled = (ROOT / "data" / "agenda.yaml").read_text("utf-8").partition("\n")[2]
    assert (tmp_path / "agenda.yaml").read_text("utf-8") == bundled
    assert run("validate", cwd=tmp_path) == Ran("", "", 0)


def test_nobody_is_asked_where_nobody_can_answer(tmp_path: Path) -> None:
    ran = run("init", cwd=tmp_path)
    said = "cjpeace: nobody can be asked here: give --title, or --from-bundled\n"
    assert ran == Ran("", said, 2)


ANSWERS = """\
Accord: "Japon"
1999-09
Canada
America/Toronto
CA-ON
日本
japan
Asia/Tokyo


Annual talks
2 years
autumn


"""


def test_answers_make_an_agenda_that_validates(tmp_path: Path) -> None:
    ran = typed(ANSWERS, "init", cwd=tmp_path)
    assert (ran.stderr, ran.exit) == ("", 0)
    assert "agenda.yaml is written: 2 parties, 1 mechanism\n" in ran.stdout
    agenda = load(tmp_path / "agenda.yaml")
    assert agenda.title == 'Accord: "Japon"'
    assert {key: party.name for key, party in agenda.parties.items()} == {
        "canada": "Canada",
        "japan": "日本",
    }
    assert agenda.mechanisms["annual-talks"].hosts == ("canada", "japan")


def test_only_what_no_option_says_is_asked(tmp_path: Path) -> None:
    words = ("--adopted", "1999", "--party", "Japan,Asia/Tokyo", "--mechanism", "Talks")
    ran = typed("The title\n", "init", *words, "--every", "year", cwd=tmp_path)
    assert [line for line in ran.stdout.splitlines() if line.endswith(":The title")] == [
        "Title of the agreement:The title"
    ]
    assert "as in" not in ran.stdout
    assert load(tmp_path / "agenda.yaml").title == "The title"


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ("T\nyesterday\n", 'Error: "yesterday" is not a date; accepted: a year (2025), '),
        ("T\n\nJapan\nAsia/Tokio\n", '"Asia/Tokio" is not a time zone; did you mean "Asia/Tokyo"?'),
        ("T\n\nJapan\nAsia/Tokyo\njp\n", '"jp" is not a country or region; did you mean "JP"?'),
        ("T\n\n\nTalks\nbiannual\n", '"biannual" means two things: twice a year (6 months), or'),
        ("T\n\n\nTalks\nyear\nTuesday\n", '"Tuesday" does not say when in a period of 1 year; '),
        ("日本\nnot an id\n", '"not an id" is not an id; accepted: a-z, 0-9 and single hyphens'),
        ("T\n\nJapan\nJapan\n\nJapan\njapan\n", '"japan" is taken; write another one'),
        ("T\n\nJapan\nJapan\n\n\nTalks\nyear\n\n\nx\n", '"x" is no party; known here: japan'),
    ],
)
def test_a_bad_answer_is_asked_for_again(answers: str, said: str, tmp_path: Path) -> None:
    ran = typed(answers, "init", cwd=tmp_path)
    last_question = ran.stdout.rpartition("Error: ")[2].splitlines()[-1]
    assert said in ran.stdout
    assert last_question.partition(": ")[0] in ran.stdout.partition("Error: ")[0]
    assert (ran.stderr, ran.exit) == ("\ncjpeace: nothing was written\n", 2)
    assert not (tmp_path / "agenda.yaml").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--title", " "), "Invalid value for '--title': the text is empty\n"),
        (
            ("--title", "a\x1b[31mb"),
            "Invalid value for '--title': \"a\\x1b[31mb\" holds a control character\n",
        ),
        (
            ("--title", "日本"),
            'Invalid value for --title: no id can be made of "日本"; give one with --id\n',
        ),
        (
            ("--title", "T", "--party", "Japan"),
            (
                "Invalid value for '--party': \"Japan\" has no time zone; write NAME,ZONE as in "
                "Japan,Asia/Tokyo\n"
            ),
        ),
        (
            ("--title", "T", "--party", "Japan,Asia/Tokio,JP"),
            (
                "Invalid value for '--party': \"Asia/Tokio\" is not a time zone; did you mean "
                '"Asia/Tokyo"?\n'
            ),
        ),
        (
            ("--title", "T", "--party", "none=Nobody,Asia/Tokyo"),
            (
                "Invalid value for '--party': no party can be called \"none\"; it is the host of what "
                "no party hosts\n"
            ),
        ),
        (
            ("--title", "T", "--party", "A,Asia/Tokyo", "--party", "a=B,Asia/Tokyo"),
            'Invalid value for --party: "a" is the key of two; write KEY=NAME for one of them\n',
        ),
        (
            ("--title", "T", "--mechanism", "Talks"),
            "Invalid value for --mechanism: needs --every\n",
        ),
        (
            ("--title", "T", "--every", "year"),
            "Invalid value for --mechanism: is missing, and other options tell of it\n",
        ),
        (
            ("--title", "T", "--mechanism", "Talks", "--every", "year", "--hosts", "japan"),
            'Invalid value for --hosts: "japan" is no party; there is no party here\n',
        ),
        (
            ("--from-bundled", "--title", "T"),
            "Invalid value for --from-bundled: takes no other option than --output\n",
        ),
    ],
)
def test_an_option_that_cannot_be_used_is_told(
    words: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    assert refused(*words, cwd=tmp_path) == said


def test_a_party_may_have_commas_in_its_name(tmp_path: Path) -> None:
    party = "korea=Korea, Republic of,Asia/Seoul,KR"
    run("init", "--title", "T", "--party", party, cwd=tmp_path)
    found = load(tmp_path / "agenda.yaml").parties["korea"]
    assert (found.name, found.timezone, found.holidays) == (
        "Korea, Republic of",
        "Asia/Seoul",
        "KR",
    )


PARTIES = (NewParty("a", "A", "Asia/Tokyo"), NewParty("b", "B", "UTC"))
MECHANISM = NewMechanism("talks", "Talks", "2 years", "autumn", "1999", ("a", "b"))


@pytest.mark.parametrize(
    "agenda",
    [
        NewAgenda("Title"),
        NewAgenda("Title", adopted="1999-09", parties=PARTIES),
        NewAgenda("Title", parties=PARTIES, mechanism=MECHANISM),
    ],
)
def test_the_examples_in_the_comments_are_valid_too(agenda: NewAgenda) -> None:
    text = new_agenda_text(agenda)
    found = loads(_uncommented(text))
    assert found != loads(text)
    assert {"workshop"} == set(found.events)
    assert {"training"} == set(found.commitments)
    assert found.adopted is not None
    assert found.parties
    assert [len(one.sessions) for one in found.mechanisms.values()] in ([0], [2])


def _uncommented(text: str) -> str:
    """The text with its commented lines of YAML written out."""
    example = re.compile(r"^( *)# ( *(?:[a-z]+:(?: [^:]*)?(?:\{.*)?|- \{.*\})|adopted: .*)$")
    return "\n".join(example.sub(r"\1\2", line) for line in text.split("\n"))


NAMES = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1
)


@settings(max_examples=300, deadline=None)
@given(title=NAMES, name=NAMES)
def test_any_text_reads_back_as_it_was(title: str, name: str) -> None:
    title, name = f"x{title}".strip(), f"{name}x".strip()
    party = NewParty("p", name, "UTC")
    agenda = loads(new_agenda_text(NewAgenda(title, "an-id", "", (party,))))
    assert (agenda.title, agenda.parties["p"].name) == (title, name)


@pytest.mark.parametrize(
    "title",
    [
        *("no", "NULL", "true", "2026", "1e3", "0x1F", "1_000", "12:30", "2025-10-14", ".inf", "~"),
        *("a: b", "a #b", "#a", "- a", "'a'", '"a"', "a\\b", "{a}", "[a]", "*a", "&a", "!a", "%a"),
        *("@a", "`a`", "|", ">", "?", "? a", "a:", "日本: 加", "日本", "x" * 300, "=", "<<", "---"),
    ],
)
def test_a_title_that_means_something_in_yaml_is_quoted(title: str) -> None:
    file = read_text("agenda.yaml", new_agenda_text(NewAgenda(title, "an-id")))
    assert isinstance(file.agenda, Agenda)
    assert file.agenda.title == title
