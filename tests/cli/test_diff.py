"""`cjpeace diff` as a user runs it: files, revisions, folders, and what cannot be compared."""

import csv
import io
import json
import os
import subprocess
from pathlib import Path

import pytest
from tests.program import Ran, run

AS_OF = ("--as-of", "2026-11-24")
HEAD = """\
id: {id}
title: Talks
parties:
  canada: {{name: Canada, timezone: America/Toronto}}
  japan: {{name: Japan, timezone: Asia/Tokyo}}
mechanisms:
  talks:
    title: Talks
    cadence: {{every: year, since: 2025}}
    hosts: [canada, japan]
    sessions:
      - {{number: 1, held: 2025-05-01}}
"""
BEFORE = HEAD.format(id="talks")
AFTER = BEFORE + "      - {confirmed: 2026-12-14/2026-12-15, place: Ottawa, title: Winter}\n"
WORDS = 'talks/2026: confirmed for 14-15 Dec 2026 in Ottawa (was: due in 2026); title "Winter" (was: "Talks")\n'


def git(folder: Path, *words: str) -> None:
    env = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    env |= {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}
    author = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(folder), *author, *words], env=env, check=True)


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "a change")


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """A repository whose agenda has changed since its only commit."""
    folder = tmp_path / "repo"
    (folder / "data").mkdir(parents=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    (folder / "data" / "agenda.yaml").write_text(BEFORE)
    commit(folder)
    (folder / "data" / "agenda.yaml").write_text(AFTER)
    return folder


def diff(*words: str, cwd: Path, env: dict[str, str] | None = None) -> Ran:
    return run("diff", *words, *AS_OF, cwd=cwd, env=env)


def failed(*words: str, cwd: Path) -> str:
    """What is said, once, of what cannot be compared."""
    ran = diff(*words, cwd=cwd)
    assert (ran.stdout, ran.exit) == ("", 2)
    return ran.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("HEAD",),
        ("main", "-a", "data/agenda.yaml"),
        ("HEAD", "data/agenda.yaml"),
        ("HEAD:data/agenda.yaml",),
        ("HEAD:data/agenda.yaml", "data/agenda.yaml"),
        ("HEAD", "-a", "data"),
    ],
    ids=" ".join,
)
def test_a_revision_is_compared_with_the_file_as_it_is(words: tuple[str, ...], repo: Path) -> None:
    ran = diff(*words, cwd=repo)
    assert ran.stdout.startswith(WORDS)
    assert (ran.stderr, ran.exit) == ("", 0)


def test_two_revisions_are_compared_whatever_the_file_says_now(repo: Path) -> None:
    commit(repo)
    (repo / "data" / "agenda.yaml").write_text("broken: [")
    assert diff("HEAD~1", "HEAD", cwd=repo).stdout.startswith(WORDS)
    assert diff("HEAD~1:data/agenda.yaml", "HEAD", cwd=repo).stdout.startswith(WORDS)
    assert "talks/2026: due in 2026 (was: confirmed" in diff("HEAD", "HEAD~1", cwd=repo).stdout


def test_the_repository_is_that_of_the_agenda(repo: Path, tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    away = {"GIT_DIR": str(tmp_path / ".git"), "CJPEACE_AGENDA": str(repo / "data/agenda.yaml")}
    assert diff("main", cwd=tmp_path, env=away).stdout.startswith(WORDS)
    named = diff("main", "-a", "repo/data/agenda.yaml", cwd=tmp_path)
    assert named.stdout.startswith(WORDS)
    assert diff("main:repo/data/agenda.yaml", cwd=tmp_path).stdout.startswith(WORDS)


def test_a_path_at_a_revision_is_found_from_here_or_from_the_top_as_git_has_it(repo: Path) -> None:
    assert diff("HEAD:agenda.yaml", cwd=repo / "data").stdout.startswith(WORDS)
    assert diff("HEAD:data/agenda.yaml", cwd=repo / "data").stdout.startswith(WORDS)


def test_beside_a_file_a_revision_means_that_file_unless_another_is_named(repo: Path) -> None:
    (repo / "other.yaml").write_text(BEFORE)
    commit(repo)
    (repo / "other.yaml").write_text(AFTER)
    assert diff("HEAD", "other.yaml", cwd=repo).stdout.startswith(WORDS)
    assert "talks/2026: due in 2026 (was" in diff("other.yaml", "HEAD", cwd=repo).stdout
    named = diff("HEAD", "other.yaml", "-a", "data/agenda.yaml", cwd=repo)
    assert named.stderr == "cjpeace: nothing changes for a reader between HEAD and other.yaml\n"


def test_two_files_are_compared_without_any_repository(tmp_path: Path) -> None:
    (tmp_path / "a b.yaml").write_text(BEFORE)
    (tmp_path / "日本\n語.yaml").write_text(AFTER)
    ran = diff("a b.yaml", "日本\n語.yaml", cwd=tmp_path, env={"PATH": "/nowhere"})
    assert ran.stdout.startswith(WORDS)
    assert (ran.stderr, ran.exit) == ("", 0)


def test_nothing_that_changes_is_said_on_stderr_alone(repo: Path) -> None:
    (repo / "data" / "agenda.yaml").write_text("# a remark\n" + BEFORE)
    ran = diff("HEAD", cwd=repo)
    said = "cjpeace: nothing changes for a reader between HEAD and data/agenda.yaml\n"
    assert (ran.stdout, ran.stderr, ran.exit) == ("", said, 0)
    assert diff("HEAD", "HEAD", cwd=repo).exit == 0


def test_a_folder_is_compared_file_by_file(repo: Path) -> None:
    folder = repo / "data"
    (folder / "old.yaml").write_text(HEAD.format(id="old"))
    (folder / "moved.yaml").write_text(HEAD.format(id="moved"))
    commit(repo)
    (folder / "old.yaml").unlink()
    (folder / "moved.yaml").rename(folder / "elsewhere.yml")
    (folder / "new.yaml").write_text(HEAD.format(id="new"))
    assert [line for line in diff("HEAD", "-a", "data", cwd=repo).stdout.splitlines() if line] == [
        'old: agenda "Talks" gone',
        'old/talks: mechanism "Talks" gone: 1 held, 1 due, 5 projected',
        'new: new agenda "Talks"',
        'new/talks: new mechanism "Talks", yearly since 2025: 1 held, 1 due, 5 projected',
        "Calendar entries: 7 new, 7 gone",
        *diff("HEAD", "-a", "data", cwd=repo).stdout.splitlines()[-14:],
    ]


def test_an_agenda_that_was_not_there_is_new(repo: Path) -> None:
    (repo / "new.yaml").write_text(HEAD.format(id="new"))
    ran = diff("HEAD", "-a", "new.yaml", cwd=repo)
    assert ran.stdout.startswith('new: new agenda "Talks"\n\ntalks: new mechanism "Talks"')


def test_another_id_is_told_with_what_it_does_to_calendars(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(BEFORE)
    (tmp_path / "b.yaml").write_text(HEAD.format(id="other"))
    ran = diff("a.yaml", "b.yaml", cwd=tmp_path)
    assert ran.stdout.startswith(
        'other: id "other" (was: "talks"), which gives all calendar entries another UID\n'
        "\nCalendar entries: 7 new, 7 gone\n"
    )


def test_a_file_wins_over_a_revision_of_its_name_and_says_so(repo: Path) -> None:
    (repo / "main").write_text(BEFORE)
    ran = diff("main", cwd=repo)
    assert ran.stdout.startswith(WORDS)
    assert ran.stderr == (
        'cjpeace: "main" is a file here and a revision too: the file is read; '
        'the revision is "main^0"\n'
    )
    assert diff("main^0", cwd=repo).stderr == ""


def test_what_cannot_be_compared_is_said_in_one_line(repo: Path, tmp_path: Path) -> None:
    assert failed("data/agenda.yaml", cwd=repo) == (
        "cjpeace: data/agenda.yaml would be compared with itself: "
        "name the version before it, as in `cjpeace diff HEAD`\n"
    )
    assert failed("agnda.yaml", cwd=repo) == (
        'cjpeace: there is no file "agnda.yaml"; name a file or a git revision\n'
    )
    assert failed("HEAD:data/no.yaml", cwd=repo) == (
        'cjpeace: there is no "data/no.yaml" at "HEAD"; `git ls-tree -r --name-only HEAD` lists all\n'
    )
    assert failed("mian", cwd=repo) == (
        'cjpeace: there is no revision "mian" in this repository; "main" is a revision here\n'
    )
    assert failed("bundled", "data/agenda.yaml", "-a", "x.yaml", cwd=repo) == (
        "cjpeace: both versions are files already, so -a names one too many\n"
    )
    assert failed("HEAD", "-a", "bundled", cwd=repo) == (
        "cjpeace: the bundled agenda comes with the program and has no revisions; "
        "name a file with -a\n"
    )
    option = run("diff", "--", "-x", cwd=repo)
    assert option.stderr.startswith('cjpeace: "-x" is not a revision; ')
    assert option.exit == 2
    assert failed("HEAD", cwd=tmp_path).startswith("cjpeace: no agenda here: name one with -a")


def test_a_file_that_is_wrong_on_either_side_is_told_at_its_place(repo: Path) -> None:
    (repo / "data" / "agenda.yaml").write_text(BEFORE.replace("cadence", "cadense"))
    commit(repo)
    (repo / "data" / "agenda.yaml").write_text(BEFORE)
    assert failed("HEAD", cwd=repo).startswith('HEAD:data/agenda.yaml:9:5: error: unknown key "cad')
    assert failed("HEAD~1", "HEAD", cwd=repo).startswith("HEAD:data/agenda.yaml:9:5: error: ")
    (repo / "data" / "agenda.yaml").write_text("")
    assert failed("HEAD~1", cwd=repo).startswith("data/agenda.yaml:1:1: error: the file is empty")


def test_a_wrong_file_does_not_keep_the_others_from_being_compared(repo: Path) -> None:
    (repo / "data" / "broken.yaml").write_text(HEAD.format(id="broken"))
    commit(repo)
    (repo / "data" / "broken.yaml").write_text("title: [")
    (repo / "data" / "agenda.yaml").write_text(BEFORE)
    ran = diff("HEAD", "-a", "data", cwd=repo)
    assert ran.stdout.startswith("talks/talks/2026: due in 2026 (was: confirmed")
    assert "broken" not in ran.stdout
    assert ran.stderr.startswith("data/broken.yaml:")
    assert ran.exit == 2


def test_the_json_is_stable(repo: Path) -> None:
    answer = json.loads(diff("HEAD", "--format", "json", cwd=repo).stdout)
    assert list(answer) == ["schema", "as_of", "old", "new", "changes", "findings", "entries"]
    assert (answer["schema"], answer["as_of"]) == (1, "2026-11-24")
    assert (answer["old"], answer["new"]) == ("HEAD", "data/agenda.yaml")
    [change] = [one for one in answer["changes"] if one["id"] == "talks/2026"]
    assert (change["kind"], change["change"]) == ("occurrence", "changed")
    assert change["fields"]["status"] == {"before": "due", "after": "confirmed"}
    assert change["fields"]["place"] == {"before": None, "after": "Ottawa"}
    assert (change["before"]["date"], change["after"]["date"]) == ("2026", "2026-12-14/2026-12-15")
    [entry] = answer["entries"]["changed"]
    assert entry["uid"] == "talks-2026@talks"
    assert entry["fields"]["summary"]["after"] == "Winter, 2nd"
    assert entry["after"]["sequence"] > entry["before"]["sequence"]
    assert answer["findings"] == {"new": [], "gone": []}


def test_csv_has_a_row_a_field(repo: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(diff("HEAD", "--format", "csv", cwd=repo).stdout)))
    assert rows[0] == {
        "agenda": "talks",
        "kind": "occurrence",
        "id": "talks/2026",
        "change": "changed",
        "field": "status",
        "before": "due",
        "after": "confirmed",
    }
    assert {row["kind"] for row in rows} == {"occurrence", "entry"}


def test_markdown_calls_nobody_and_shows_no_markup_of_the_file(repo: Path) -> None:
    title = "'Winter @team #1 **b** <img> `x` [y](https://z) $a$ ~~c~~ &amp;'"
    (repo / "data" / "agenda.yaml").write_text(AFTER.replace("Winter", title))
    text = diff("HEAD", "--format", "markdown", cwd=repo).stdout
    assert text.startswith("**What changes between HEAD and data/agenda.yaml, on 2026-11-24**\n\n")
    assert (
        r"Winter @<!-- -->team #<!-- -->1 \*\*b\*\* \<img\> \`x\` \[y\](https:<!-- -->//z) "
        r"\$a\$ \~\~c\~\~ \&amp;" in text
    )
    (repo / "data" / "agenda.yaml").write_text(BEFORE)
    assert diff("HEAD", "--format", "markdown", cwd=repo).stdout.endswith(
        "\n\nNothing changes for a reader.\n"
    )


def test_what_a_file_holds_cannot_reach_the_terminal_as_a_command(repo: Path) -> None:
    hostile = AFTER.replace("place: Ottawa", 'place: "Ott\\e[31m\\nawa"').replace(
        "Winter", '"\\e]0;x\\a"'
    )
    (repo / "data" / "agenda.yaml").write_text(hostile)
    for format_ in ("text", "markdown"):
        ran = diff("HEAD", "--format", format_, cwd=repo)
        assert "\x1b" not in ran.stdout + ran.stderr
        assert "Ott\\\\x1b" in ran.stdout or "Ott\\x1b" in ran.stdout


def test_a_finding_that_a_change_settles_is_gone_and_one_that_it_brings_is_new(repo: Path) -> None:
    (repo / "data" / "agenda.yaml").write_text(BEFORE + "      - {confirmed: 2026-10-01}\n")
    commit(repo)
    (repo / "data" / "agenda.yaml").write_text(BEFORE + "      - {held: 2026-10-01}\n")
    gone = diff("HEAD", cwd=repo).stdout
    assert "Findings: 1 gone\n  gone    unreported: " in gone
    assert "(HEAD:data/agenda.yaml:13:10)" in gone
    back = diff("data/agenda.yaml", "HEAD", cwd=repo).stdout
    assert "Findings: 1 new\n  new     unreported: " in back


def _exported(path: Path, folder: Path) -> dict[str, list[str]]:
    """The entries that `export` writes, each without its version, by UID."""
    text = run("export", "-a", str(path), *AS_OF, cwd=folder).stdout
    entries = text.replace("\r\n ", "").split("BEGIN:VEVENT\r\n")[1:]
    versions = ("DTSTAMP:", "LAST-MODIFIED:", "SEQUENCE:")
    lines = [[x for x in e.splitlines() if not x.startswith(versions)] for e in entries]
    return {next(x[4:] for x in one if x.startswith("UID:")): one for one in lines}


def test_the_entries_are_those_that_two_exports_differ_in(tmp_path: Path) -> None:
    folder = Path(__file__).parent.parent / "examples" / "diff"
    before, after = folder / "before.yaml", folder / "after.yaml"
    answer = diff(str(before), str(after), "--format", "json", cwd=tmp_path)
    told = {
        way: {one["uid"] for one in entries}
        for way, entries in json.loads(answer.stdout)["entries"].items()
    }
    old, new = _exported(before, tmp_path), _exported(after, tmp_path)
    assert told == {
        "added": new.keys() - old.keys(),
        "removed": old.keys() - new.keys(),
        "changed": {uid for uid in old.keys() & new.keys() if old[uid] != new[uid]},
    }
    assert all(told.values())


def test_the_day_is_the_same_for_both(repo: Path) -> None:
    ran = run("diff", "HEAD", "--as-of", "2027-06-01", cwd=repo)
    assert ran.stdout.startswith(
        "talks/2026: planned for 14-15 Dec 2026 in Ottawa, no outcome on record "
        "(was: overdue, was due in 2026)"
    )


def test_hours_in_another_zone_are_told_apart(tmp_path: Path) -> None:
    """The same hours at another host's are not "10:00 to 11:00 (was: 10:00 to 11:00)"."""
    text = (
        "title: Talks\nadopted: 2026-01-01\n"
        "parties:\n  canada: {name: Canada, timezone: America/Toronto}\n"
        "  japan: {name: Japan, timezone: Asia/Tokyo}\n"
        "mechanisms: {}\nevents:\n"
        "  talks: {title: Talks, confirmed: 2026-12-08, at: '10:00', host: canada}\n"
    )
    (tmp_path / "old.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "new.yaml").write_text(text.replace("host: canada", "host: japan"), "utf-8")
    ran = diff("old.yaml", "new.yaml", "--as-of", "2026-11-24", cwd=tmp_path)
    assert (
        "on 8 Dec 2026 10:00 to 11:00 Asia/Tokyo (was: 8 Dec 2026 10:00 to 11:00 America/Toronto)"
    ) in ran.stdout
