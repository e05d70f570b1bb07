"""Nothing that an agenda says is left out of a comparison, unless it is told another way."""

import pytest
from msgspec import Struct
from msgspec.structs import fields

from cjpeace.core.agenda import Agenda, Commitment, Event, Mechanism, Party, Session, Source
from cjpeace.core.answers.dossier import Paragraph
from cjpeace.core.changes.item_difference import COMPARED, Kind
from cjpeace.core.changes.occurrence_difference import Detail
from cjpeace.writing.changes.occurrence_change_words import _DETAILS

TOLD_OTHERWISE = {
    Kind.AGENDA: {
        *("parties", "agreement", "sources", "mechanisms", "events", "commitments"),
        *("updated", "grace", "notice"),
    },
    Kind.PARTY: {"key"},
    Kind.PARAGRAPH: {"number"},
    Kind.SOURCE: {"key"},
    Kind.MECHANISM: {"key", "path", "sessions", "updated"},
    Kind.EVENT: {"key", "path", "session"},
    Kind.COMMITMENT: {"key", "path"},
}
STRUCTS: dict[Kind, type[Struct]] = {
    Kind.AGENDA: Agenda,
    Kind.PARTY: Party,
    Kind.PARAGRAPH: Paragraph,
    Kind.SOURCE: Source,
    Kind.MECHANISM: Mechanism,
    Kind.EVENT: Event,
    Kind.COMMITMENT: Commitment,
}


@pytest.mark.parametrize("kind", Kind)
def test_every_field_of_an_entry_is_compared_or_told_otherwise(kind: Kind) -> None:
    names = {field.name for field in fields(STRUCTS[kind])}
    assert set(COMPARED[kind]) | TOLD_OTHERWISE[kind] == names
    assert not set(COMPARED[kind]) & TOLD_OTHERWISE[kind]


def test_every_field_of_a_session_is_compared_or_told_by_its_status_and_date() -> None:
    names = {field.name for field in fields(Session)}
    details = {detail.value for detail in Detail}
    assert names - details == {"recorded", "path", "numbers", "updated"}


def test_every_detail_has_words() -> None:
    assert set(Detail) == {*_DETAILS, Detail.STATUS, Detail.DATE}
