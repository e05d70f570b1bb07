"""Files as they were at a revision, from repositories of every sort, in whatever surroundings."""

import os
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from cjpeace.reading.revisions.repository import RevisionError
from cjpeace.reading.revisions.revision import Past, at_revision, has_revision

AGENDA = "title: T\nmechanisms: {m: {title: M}}\n"
AUTHOR = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")


def git(folder: Path, *words: str) -> str:
    env = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    env |= {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}
    command = ["git", "-C", str(folder), *AUTHOR, *words]
    return subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout


def commit(folder: Path, files: dict[str, str | None]) -> None:
    """Write some files, or remove those that are None, and commit all."""
    for name, text in files.items():
        path = folder / name
        if text is None:
            path.unlink()
            if not any(path.parent.iterdir()):
                path.parent.rmdir()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "a change")


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """A repository with two commits: an agenda, then another title of it."""
    folder = tmp_path / "repo"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder, {"agenda.yaml": AGENDA})
    commit(folder, {"agenda.yaml": AGENDA.replace("title: T", "title: Later")})
    return folder


def title(name: str | Path, revision: str) -> str | None:
    file = at_revision(str(name), revision)
    if file is None:
        return None
    assert file.agenda is not None, file.diagnostics
    return file.agenda.title


def refused(name: str | Path, revision: str) -> str:
    with pytest.raises(RevisionError) as raised:
        at_revision(str(name), revision)
    return f"{raised.value.message}; {raised.value.help}"


def wrong(name: Path, revision: str) -> str:
    file = at_revision(str(name), revision)
    assert file is not None
    assert file.agenda is None
    [diagnostic] = file.diagnostics
    assert diagnostic.file == f"{revision}:{name}"
    return f"{diagnostic.message}; {diagnostic.help}"


def test_a_file_reads_as_it_was(repo: Path) -> None:
    agenda = repo / "agenda.yaml"
    git(repo, "tag", "v1.0", "HEAD~1")
    git(repo, "tag", "--annotate", "--message", "x", "v1.1", "HEAD~1")
    assert (title(agenda, "HEAD"), title(agenda, "main")) == ("Later", "Later")
    assert {title(agenda, rev) for rev in ("HEAD~1", "main^", "v1.0", "v1.1", "@~")} == {"T"}
    assert title(agenda, git(repo, "rev-parse", "HEAD~1").strip()) == "T"
    assert title(agenda, "HEAD^{/a change}") == "Later"


def test_what_is_not_committed_is_not_seen(repo: Path) -> None:
    (repo / "agenda.yaml").write_text("broken: [")
    assert title(repo / "agenda.yaml", "HEAD") == "Later"


def test_a_file_that_was_not_there_is_none(repo: Path) -> None:
    commit(repo, {"new/deep.yaml": AGENDA})
    assert title(repo / "new" / "deep.yaml", "HEAD") == "T"
    assert title(repo / "new" / "deep.yaml", "HEAD~1") is None
    assert title(repo / "never" / "was.yaml", "HEAD") is None


def test_a_file_that_is_gone_with_its_folder_can_be_read(repo: Path) -> None:
    commit(repo, {"old/deep.yaml": AGENDA})
    commit(repo, {"old/deep.yaml": None})
    assert not (repo / "old").exists()  # for git keeps no empty folder, and neither do we
    assert title(repo / "old" / "deep.yaml", "HEAD~1") == "T"


NAMES = ("with space.yaml", "日本\n語.yaml", "-a.yaml", ":(top)x.yaml", "*.yaml", "a'b\"c$(x).yaml")


@pytest.mark.parametrize("name", NAMES)
def test_any_name_of_a_file_can_be_read(name: str, repo: Path) -> None:
    commit(repo, {f"{name}/{name}": AGENDA, "other.yaml": "no: agenda"})
    assert title(repo / name / name, "HEAD") == "T"
    assert [file.name for file in Past("HEAD").files(str(repo / name))] == [
        f"HEAD:{repo / name / name}"
    ]


def test_a_folder_reads_as_it_was_by_name(repo: Path) -> None:
    commit(repo, {"f/b.yml": AGENDA, "f/a.yaml": AGENDA, "f/x.txt": "x", "f/g/c.yaml": AGENDA})
    commit(repo, {"f/b.yml": None, "f/a.yaml": None})
    found = [os.path.basename(file.name) for file in Past("HEAD~1").files(str(repo / "f"))]
    assert found == ["a.yaml", "b.yml"]
    assert list(Past("HEAD").files(str(repo / "f"))) == []
    at_the_top = [os.path.basename(file.name) for file in Past("HEAD").files(str(repo))]
    assert at_the_top == ["agenda.yaml"]


def test_a_link_is_followed_where_it_leads_now(repo: Path) -> None:
    (repo / "link.yaml").symlink_to("agenda.yaml")
    assert title(repo / "link.yaml", "HEAD~1") == "T"


def test_what_was_no_file_then_is_not_read(repo: Path) -> None:
    (repo / "link.yaml").symlink_to("agenda.yaml")
    (repo / "folder.yaml").mkdir()
    commit(repo, {"folder.yaml/x": "x"})
    (repo / "link.yaml").unlink()
    commit(repo, {"link.yaml": AGENDA, "folder.yaml/x": None, "folder.yaml": AGENDA})
    assert wrong(repo / "link.yaml", "HEAD~1") == (
        "it was a link then, to another file or repository; name what it led to"
    )
    assert wrong(repo / "folder.yaml", "HEAD~1") == "it is a folder; name a file in it"


def test_a_mistake_then_is_told_with_the_revision_in_its_place(repo: Path) -> None:
    commit(repo, {"agenda.yaml": AGENDA.replace("title: M", "titel: M")})
    file = at_revision(str(repo / "agenda.yaml"), "HEAD")
    assert file is not None
    assert file.diagnostics[0].file == f"HEAD:{repo / 'agenda.yaml'}"
    assert file.diagnostics[0].place.line == 2


MISSING = 'there is no revision "{}" in this repository; {}'


@pytest.mark.parametrize(
    ("revision", "help_"),
    [
        ("mian", '"main" is a revision here'),
        ("HEAD~9", "known here: main"),
        ("$(touch hacked)", "known here: main"),
        ("a\nb", "known here: main"),
        ("日本", "known here: main"),
        ("0" * 40, "known here: main"),
        ("HEAD:agenda.yaml", "known here: main"),
    ],
)
def test_a_revision_that_is_not_there_is_named(revision: str, help_: str, repo: Path) -> None:
    assert refused(repo / "agenda.yaml", revision) == MISSING.format(revision, help_)
    assert not has_revision(str(repo), revision)
    assert not (repo / "hacked").exists()


def test_a_commit_shortened_too_far_is_told(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    history = "".join(
        f"commit refs/heads/many\ncommitter A <a@example.org> {number} +0000\ndata 0\n\n"
        for number in range(1500)
    )
    command = ["git", "-C", str(tmp_path), "fast-import", "--quiet"]
    subprocess.run(command, input=history.encode(), check=True)
    shortened = Counter(one[:4] for one in git(tmp_path, "rev-list", "many").split())
    [(start, times)] = shortened.most_common(1)
    assert times > 1
    assert refused(tmp_path / "a.yaml", start) == (
        f'several revisions begin with "{start}"; write more of it'
    )


def test_a_branch_that_follows_none_is_told_as_git_does(repo: Path) -> None:
    assert refused(repo / "agenda.yaml", "@{u}") == (
        f"git cannot read {repo}: no upstream configured for branch 'main'; "
    )


@pytest.mark.parametrize("revision", ["", "-x", "--help", "--output=hacked", "a\0b"])
def test_what_cannot_be_a_revision_never_reaches_git(revision: str, repo: Path) -> None:
    assert refused(repo / "agenda.yaml", revision) == (
        f'"{revision}" is not a revision; '
        "a revision is a branch, a tag or a commit, such as main, v1.0 or HEAD~1"
    )


def test_a_repository_without_a_commit_has_no_revision(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    assert refused(tmp_path / "a.yaml", "HEAD") == MISSING.format(
        "HEAD", "there is no revision here"
    )


def test_a_file_outside_of_any_repository_is_told(tmp_path: Path) -> None:
    assert refused(tmp_path / "agenda.yaml", "HEAD") == (
        f"{tmp_path} is in no git repository; name two files instead"
    )


def test_the_bundled_agenda_and_impossible_names_have_no_past() -> None:
    assert refused("bundled", "HEAD") == (
        "the bundled agenda comes with the program and has no revisions; name a file with -a"
    )
    assert refused("a\0b", "HEAD").startswith("no file can have the name")


def test_the_repository_is_that_of_the_file(
    repo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    git(other, "init", "--quiet", "--initial-branch=main")
    commit(other, {"agenda.yaml": AGENDA.replace("title: T", "title: Another")})
    monkeypatch.chdir(other)
    for name in ("GIT_DIR", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY"):
        monkeypatch.setenv(name, str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / "nothing"))
    monkeypatch.setenv("GIT_TRACE", "1")
    monkeypatch.setenv("GIT_NOGLOB_PATHSPECS", "1")
    assert title("../repo/agenda.yaml", "HEAD") == "Later"
    assert title(repo / "agenda.yaml", "HEAD~1") == "T"


def test_a_machine_without_git_is_told(
    repo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert refused(repo / "agenda.yaml", "HEAD") == (
        "git is not on this machine, or not on the PATH; install it, or name two files"
    )


def _stand_in(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that is called instead of git."""
    folder.mkdir()
    (folder / "git").write_text(f"#!/bin/sh\n{script}\n")
    (folder / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")


def test_git_is_asked_in_a_language_that_is_understood(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LANG", "LC_ALL", "LC_MESSAGES", "LANGUAGE"):
        monkeypatch.setenv(name, "fr_CA.UTF-8")
    script = 'echo "fatal: in $LC_ALL, not ${LANGUAGE-set}" >&2; exit 128'
    _stand_in(tmp_path / "bin", script, monkeypatch)
    assert refused(tmp_path / "a.yaml", "HEAD") == f"git cannot read {tmp_path}: in C, not set; "


def test_the_repository_of_another_user_is_told_with_the_command_that_trusts_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = (
        "fatal: detected dubious ownership in repository at '/x'\n"
        "To add an exception for this directory, call:\n\n"
        "\tgit config --global --add safe.directory /x"
    )
    _stand_in(tmp_path / "bin", f'printf "%s" "{said}" >&2; exit 128', monkeypatch)
    assert refused(tmp_path / "agenda.yaml", "HEAD") == (
        f"git does not trust the repository of {tmp_path}, which is another user's; "
        "if you do: `git config --global --add safe.directory /x`"
    )


def test_whatever_else_git_says_is_passed_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _stand_in(tmp_path / "bin", 'echo "fatal: disk is full" >&2; exit 128', monkeypatch)
    assert refused(tmp_path / "agenda.yaml", "HEAD") == (
        f"git cannot read {tmp_path}: disk is full; "
    )


def test_a_file_too_large_is_not_even_fetched(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cjpeace.reading.revisions.revision.LARGEST", 10)
    assert wrong(repo / "agenda.yaml", "HEAD") == (
        "the file is too large: 0 MB, where 0 MB are the most; split it into several agendas"
    )


@pytest.fixture
def shallow(repo: Path, tmp_path: Path) -> Path:
    """A clone of one commit of one branch; the repository has another branch, and a tag."""
    git(repo, "branch", "side", "HEAD~1")
    git(repo, "tag", "v1.2", "HEAD~1")
    git(repo, "config", "uploadpack.allowAnySHA1InWant", "true")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{repo}", str(clone))
    return clone


def test_a_shallow_clone_that_has_the_revision_does(shallow: Path) -> None:
    assert title(shallow / "agenda.yaml", "HEAD") == "Later"
    assert title(shallow / "agenda.yaml", "origin/main") == "Later"


@pytest.mark.parametrize(
    ("revision", "command"),
    [
        ("side", "git fetch --depth=1 origin side:side"),
        ("origin/side", "git fetch --depth=1 origin side:refs/remotes/origin/side"),
        ("v1.2", "git fetch --depth=1 origin tag v1.2"),
        ("HEAD~1", "git fetch --unshallow origin"),
        ("main^", "git fetch --unshallow origin"),
    ],
)
def test_a_shallow_clone_that_has_it_not_says_what_brings_it_and_it_does(
    revision: str, command: str, shallow: Path
) -> None:
    assert refused(shallow / "agenda.yaml", revision) == (
        f'the revision "{revision}" is not in this clone, which is shallow; fetch it: `{command}`'
    )
    git(shallow, *command.split()[1:])
    assert title(shallow / "agenda.yaml", revision) == "T"


def test_a_commit_that_a_shallow_clone_lacks_is_fetched_by_its_name(
    repo: Path, shallow: Path
) -> None:
    whole = git(repo, "rev-parse", "HEAD~1").strip()
    command = f"git fetch --depth=1 origin {whole}"
    assert refused(shallow / "agenda.yaml", whole).endswith(f"fetch it: `{command}`")
    assert refused(shallow / "agenda.yaml", whole[:10]).endswith("`git fetch --unshallow origin`")
    git(shallow, *command.split()[1:])
    assert title(shallow / "agenda.yaml", whole) == "T"


def test_a_shallow_clone_without_a_remote_says_so(shallow: Path) -> None:
    git(shallow, "remote", "remove", "origin")
    assert refused(shallow / "agenda.yaml", "side").endswith(
        "it has no remote to fetch it from; name two files instead"
    )
