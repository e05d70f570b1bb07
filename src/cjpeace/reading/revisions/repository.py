"""What the git repository of a folder holds, asked of `git` itself in a process of its own.

No shell is involved, and no name that is asked for can be taken for an option. The variables that
point git at another repository, as its hooks set them, are kept from it: the repository is that
of the folder.
"""

import os
import subprocess

from msgspec import Struct

from cjpeace.core.unreadable import UnreadableError


class RevisionError(UnreadableError):
    """A revision that cannot be read: what is the matter, and what to do about it."""


FOLDER = "040000"
"""The mode of a folder."""


class Stored(Struct, frozen=True):
    """An entry of a commit: a file, a folder or a link, with its size in bytes where it has one."""

    name: str
    mode: str
    object: str
    size: int

    @property
    def is_folder(self) -> bool:
        """Whether it holds other entries."""
        return self.mode == FOLDER

    @property
    def is_file(self) -> bool:
        """Whether it is a file, and no link to one or to another repository."""
        return self.mode.startswith("100")


def commit_of(folder: str, revision: str) -> str | None:
    """The commit that a revision names in the repository of a folder; None when it has none.

    Raises RevisionError when nothing can be said.
    """
    if not revision or revision.startswith("-") or "\0" in revision:
        raise RevisionError(f'"{revision}" is not a revision', _FORMS)
    done = _run(folder, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")
    if done.returncode == 0:
        return done.stdout.decode("ascii").strip()
    said = _said(done)
    if "is ambiguous" in said:
        raise RevisionError(f'several revisions begin with "{revision}"', "write more of it")
    if "Needed a single revision" in said:
        return None
    raise _refusal(folder, done)


_FORMS = "a revision is a branch, a tag or a commit, such as main, v1.0 or HEAD~1"


def listed(folder: str, commit: str, path: str) -> list[Stored]:
    """The entry of a commit at a path, counted from the folder; none where nothing was.

    A path that ends in a slash, or is a dot, stands for what is in it.
    """
    output = asked(folder, "ls-tree", "-l", "-z", commit, "--", path)
    return [_stored(entry) for entry in output.split(b"\0") if entry]


def content(folder: str, object_: str) -> bytes:
    """The bytes of a file, by its object."""
    return asked(folder, "cat-file", "blob", object_)


def asked(folder: str, *words: str) -> bytes:
    """What git answers; raises RevisionError where it does not."""
    done = _run(folder, *words)
    if done.returncode != 0:
        raise _refusal(folder, done)
    return done.stdout


def _stored(entry: bytes) -> Stored:
    about, _, path = entry.partition(b"\t")
    mode, _, object_, size = about.decode("ascii").split()
    name = os.fsdecode(path.rsplit(b"/", 1)[-1])
    return Stored(name, mode, object_, int(size) if size.isdecimal() else 0)


LONGEST_WAIT = 120
"""Seconds after which git is taken to hang; a partial clone fetches what it is asked for."""


def _run(folder: str, *words: str) -> subprocess.CompletedProcess[bytes]:
    command = ["git", "-C", folder, "--no-pager", *words]
    try:
        return subprocess.run(  # noqa: S603 - no shell, and each word is one argument
            command,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=LONGEST_WAIT,
        )
    except FileNotFoundError:
        message = "git is not on this machine, or not on the PATH"
        raise RevisionError(message, "install it, or name two files") from None
    except subprocess.TimeoutExpired:
        message = f"git did not answer within {LONGEST_WAIT} seconds"
        raise RevisionError(message, "see whether `git status` answers there") from None
    except (OSError, ValueError) as error:
        message = f"git cannot be run: {getattr(error, 'strerror', None) or error}".lower()
        raise RevisionError(message, "name two files instead") from None


def _environment() -> dict[str, str]:
    """The environment without what makes git speak another language or see another repository."""
    kept = {name: value for name, value in os.environ.items() if _is_kept(name)}
    return kept | {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}


def _is_kept(name: str) -> bool:
    """Whether a variable is none of git's own, or only says where its settings are."""
    if name == "LANGUAGE":
        return False
    return not name.startswith("GIT_") or name.startswith("GIT_CONFIG_") or name in _KEPT


_KEPT = ("GIT_EXEC_PATH", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM")


def _refusal(folder: str, done: subprocess.CompletedProcess[bytes]) -> RevisionError:
    """Why git did not answer."""
    said = _said(done)
    if "not a git repository" in said:
        return RevisionError(f"{folder} is in no git repository", "name two files instead")
    if "safe.directory" in said:
        command = said[said.rfind("git config") :] if "git config" in said else _SAFE + folder
        message = f"git does not trust the repository of {folder}, which is another user's"
        return RevisionError(message, f"if you do: `{command.splitlines()[0].strip()}`")
    last = (said.splitlines() or [f"exit code {done.returncode}"])[-1]
    return RevisionError(f"git cannot read {folder}: {last.removeprefix('fatal: ')}", "")


_SAFE = "git config --global --add safe.directory "


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    return done.stderr.decode("utf-8", "replace").strip()
