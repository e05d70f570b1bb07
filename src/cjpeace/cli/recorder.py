"""The work of `cjpeace record`: what is to change in a file is planned, proved and written."""

import os
import stat
from datetime import date
from enum import Enum

from msgspec import Struct

from cjpeace.cli.file_lock import LockedError, locked
from cjpeace.cli.whole_file import put, remove_leftovers
from cjpeace.core.agenda import NOBODY, Agenda, Mechanism, Owner, Path, Recorded, Session
from cjpeace.core.answers.trace import nearest_occurrences, trace
from cjpeace.core.changes.recording import (
    Recording,
    added,
    filled,
    recording,
    step_of,
    updated,
    with_planned,
)
from cjpeace.core.history.occurrence import Occurrence
from cjpeace.core.nearest import did_you_mean
from cjpeace.core.unreadable import UnreadableError
from cjpeace.editing.change import Change
from cjpeace.editing.expected import alike, data_with_changes, data_with_session
from cjpeace.editing.recorded_keys import changes, entries
from cjpeace.editing.session_text import with_changes, with_session
from cjpeace.reading.agenda_file import LARGEST, ReadFile, read_bytes, read_text
from cjpeace.reading.entries.names import is_address
from cjpeace.reading.yaml.yaml_text import parse_yaml
from cjpeace.writing.words.words import date_words

MARK = b"\xef\xbb\xbf"
"""The byte order mark with which some editors begin a file."""


class RefusedError(UnreadableError):
    """What cannot be put on record, and why; the file is as it was."""


class InvalidFileError(Exception):
    """A file that holds no valid agenda, so that nothing can be put on record in it."""

    def __init__(self, file: ReadFile) -> None:
        super().__init__(file.name)
        self.file = file


class Choice(Enum):
    """What to do where a session on record may be the one that is meant."""

    UPDATE = "update"
    NEW = "new"


class Wanted(Struct, frozen=True):
    """What is to be put on record: of which mechanism, event or occurrence, and on which day."""

    id: str
    said: Session
    as_of: date
    choice: Choice | None = None


class Plan(Struct, frozen=True):
    """What is to become of a file: `before` with its bytes, and `after`, None when nothing is.

    `in_question` tells that a session on record would be changed that may not be the one meant.
    """

    content: bytes
    before: ReadFile
    recording: Recording
    after: ReadFile | None
    in_question: bool = False

    @property
    def path(self) -> Path:
        """Where the session stands in the file afterwards."""
        return self.recording.session.path


def plan(read: ReadFile, content: bytes, wanted: Wanted) -> Plan:
    """What becomes of a file that was read and now holds these bytes.

    Raises RefusedError, NotEditableError, InvalidFileError.
    """
    same = content.removeprefix(MARK) == read.text.encode()
    before = read if same else read_bytes(read.name, content)
    if before.agenda is None:
        raise InvalidFileError(before)
    owner = _owner(before.agenda, wanted.id)
    _refuse_unknown(before.agenda, wanted.said)
    named = _named(before.agenda, wanted)
    _refuse_untimely(wanted.said, wanted.as_of)
    found = recording(owner, wanted.said, wanted.as_of, named)
    asked = bool(found.rivals) and not found.certain and wanted.choice is None
    found = filled(_decided(found, wanted), wanted.as_of)
    _refuse_unreasoned(found)
    return Plan(content, before, found, _edited(before, found), asked)


def read_whole(name: str) -> bytes:
    """The bytes of a file; raises RefusedError when it is none that can be changed."""
    try:
        status = os.stat(name)
        if not stat.S_ISREG(status.st_mode):
            raise RefusedError(f"{name} is not a file", "name an agenda file with -a")
        if not os.access(name, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
            raise RefusedError(f"{name} cannot be written: permission denied")
        with open(name, "rb") as stream:
            return stream.read(LARGEST + 1)
    except OSError as error:
        raise _cannot(name, error) from None


def written(name: str, planned: Plan) -> bool:
    """Write what was planned; False, the file as it is, when it is no longer what was read."""
    assert planned.after is not None  # noqa: S101 - there is something to write
    mark = MARK if planned.content.startswith(MARK) else b""
    try:
        with locked(name):
            if read_whole(name) != planned.content:
                return False
            remove_leftovers(name)
            put(name, mark + planned.after.text.encode())
    except LockedError as error:
        raise RefusedError(f"{name} cannot be written: {error}", "try again") from None
    except OSError as error:
        raise _cannot(name, error) from None
    return True


def _cannot(name: str, error: OSError) -> RefusedError:
    return RefusedError(f"{name} cannot be written: {(error.strerror or str(error)).lower()}")


def _owner(agenda: Agenda, id_: str) -> Owner:
    key = id_.partition("/")[0]
    owner = agenda.mechanisms.get(key) or agenda.events.get(key)
    if owner is None:  # it was there when the file was first read
        raise RefusedError(f'there is no "{key}" any more', "look at the file again")
    return owner


def _named(agenda: Agenda, wanted: Wanted) -> Occurrence | None:
    """The occurrence that an id such as `symposium/2026` names; None when it names none."""
    if "/" not in wanted.id:
        return None
    found = trace(agenda, wanted.id, wanted.as_of)
    if found is None:
        near = ", ".join(nearest_occurrences(agenda, wanted.id, wanted.as_of))
        help_ = f"near it: {near}" if near else "name the mechanism or event alone"
        raise RefusedError(f'no occurrence "{wanted.id}" on that day', help_)
    return found.occurrence


def _refuse_unknown(agenda: Agenda, said: Session) -> None:
    if said.host is not None and said.host not in (*agenda.parties, NOBODY):
        help_ = did_you_mean(said.host, agenda.parties, "a party")
        raise RefusedError(f'unknown party "{said.host}"', f"{help_}; `{NOBODY}` is no party")
    for source in said.source:
        if source not in agenda.sources and not is_address(source):
            help_ = did_you_mean(source, agenda.sources, "a source")
            raise RefusedError(f'unknown source "{source}"', f"{help_}; or give an address")


def _refuse_untimely(said: Session, as_of: date) -> None:
    if said.recorded is Recorded.HELD and said.own.window.start > as_of:
        message = f"{date_words(said.own)} has not begun on {as_of}, so nothing was held then"
        raise RefusedError(message, "record it as --confirmed or --tentative, and as held later")


def _decided(found: Recording, wanted: Wanted) -> Recording:
    """The recording as a change of its rival, or as a session that is added."""
    event = not isinstance(found.owner, Mechanism)
    if wanted.choice is Choice.NEW:
        if event:
            raise RefusedError(f"{found.owner.key} is an event: it happens once", "use --update")
        if any(one.number == wanted.said.number is not None for one in found.rivals):
            message = f"there is a session {wanted.said.number} of {found.owner.key} already"
            raise RefusedError(message, "give it another --number, or leave it out")
        return added(found)
    if wanted.choice is Choice.UPDATE and not found.rivals:
        found = with_planned(found)
    if len(found.rivals) > 1:
        message = f"this may be any of {', '.join(rival_words(found, wanted.as_of))}"
        help_ = f"say which: name it in place of {found.owner.key}, or give its --number; "
        raise RefusedError(message, f"{help_}--new adds another")
    if found.rivals:
        return updated(found)
    if wanted.choice is Choice.UPDATE:
        message = f"no session of {found.owner.key} on record can be that one"
        raise RefusedError(message, "leave out --update to add one")
    return found


def rival_words(found: Recording, as_of: date) -> list[str]:
    """The sessions on record that may be meant: "symposium/2026 (tentative, Dec 2026)"."""
    words = []
    for rival in found.rivals:
        name = found.owner.key
        if isinstance(found.owner, Mechanism):
            step = step_of(found.owner, rival, as_of)
            name = f"a {name} session" if step is None else step.occurrence.id
        when = "no new date" if rival.date is None else date_words(rival.date)
        words.append(f"{name} ({rival.recorded.value}, {when})")
    return words


def _refuse_unreasoned(found: Recording) -> None:
    """Refuse what lacks its reason, or is postponed from nothing or to where it is."""
    session, target = found.session, found.target
    recorded, key = session.recorded, found.owner.key
    if recorded in (Recorded.POSTPONED, Recorded.CANCELLED) and session.reason is None:
        raise RefusedError(f"a session that is {recorded.value} needs its reason", "say --reason")
    if recorded is not Recorded.POSTPONED:
        return
    if target is None and not session.planned:
        message = f"nothing of {key} is planned that could be postponed"
        raise RefusedError(message, "record the date that it had first, as --confirmed")
    if target and target.recorded is not recorded and target.date == session.date:
        message = f"{key} is planned for {date_words(session.own)} already"
        help_ = "DATE is the new date when it is postponed, `..` when there is none yet"
        raise RefusedError(message, help_)


def _edited(before: ReadFile, found: Recording) -> ReadFile | None:
    """The file with the change; None when it says so already. What else would change is refused."""
    session, data = found.session, parse_yaml(before.text).data
    new: list[Change]
    if found.target is None:
        new = entries(session)
        text = with_session(before.text, session.path, new)
        expected = data_with_session(data, session.path, new)
    else:
        new = changes(found.target, session)
        text = with_changes(before.text, session.path, new)
        expected = data_with_changes(data, session.path, new)
    if not new:
        return None
    after = read_text(before.name, text)
    if after.agenda is None or not alike(expected, parse_yaml(text).data):
        why = f" ({after.diagnostics[0].message})" if after.diagnostics else ""
        message = f"the change cannot be made without changing something else{why}"
        raise RefusedError(message, "nothing was written: change the file by hand")
    return after
