"""What to say of a revision that a repository does not have, above all in a shallow clone."""

import re
import shlex

from cjpeace.core.nearest import did_you_mean
from cjpeace.reading.revisions.repository import RevisionError, asked


def missing_revision(folder: str, revision: str) -> RevisionError:
    """That a revision is not there, and the command that brings it, or the name meant."""
    shallow = asked(folder, "rev-parse", "--is-shallow-repository").strip() == b"true"
    remotes = asked(folder, "remote").decode("utf-8", "replace").split()
    if not shallow:
        message = f'there is no revision "{revision}" in this repository'
        return RevisionError(message, did_you_mean(revision, _names(folder), "a revision"))
    message = f'the revision "{revision}" is not in this clone, which is shallow'
    if not remotes:
        return RevisionError(message, "it has no remote to fetch it from; name two files instead")
    remote = "origin" if "origin" in remotes else remotes[0]
    return RevisionError(message, f"fetch it: `{fetch_command(revision, remote)}`")


def fetch_command(revision: str, remote: str) -> str:
    """The command after which a shallow clone knows a revision by the name it was asked for.

    >>> fetch_command("main", "origin")
    'git fetch --depth=1 origin main:main'
    >>> fetch_command("origin/main", "origin")
    'git fetch --depth=1 origin main:refs/remotes/origin/main'
    """
    whole = _COMMIT.fullmatch(revision)
    if re.search(r"[\^~:{]", revision) or (_SHORTENED.fullmatch(revision) and not whole):
        return f"git fetch --unshallow {shlex.quote(remote)}"
    branch = revision.removeprefix(f"{remote}/")
    if whole:
        wanted = revision
    elif _VERSION.fullmatch(revision):
        wanted = f"tag {revision}"
    elif branch != revision:
        wanted = shlex.quote(f"{branch}:refs/remotes/{revision}")
    else:
        wanted = shlex.quote(f"{revision}:{revision}")
    return f"git fetch --depth=1 {shlex.quote(remote)} {wanted}"


_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_SHORTENED = re.compile(r"[0-9a-f]{7,63}")
_VERSION = re.compile(r"v?[0-9]+(\.[0-9]+)+[A-Za-z0-9.-]*")


def _names(folder: str) -> list[str]:
    """The branches and tags that a repository has."""
    refs = asked(folder, "for-each-ref", "--format=%(refname:short)")
    return refs.decode("utf-8", "replace").splitlines()
