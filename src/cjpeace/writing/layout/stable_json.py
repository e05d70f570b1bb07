"""The stable JSON: answers as records of fixed fields.

Within a schema number fields are added, never renamed or removed.
"""

from datetime import date
from typing import Any

from cjpeace.writing.layout.json_document import json_document

SCHEMA = 1

Record = dict[str, Any]


def json_text(as_of: date, **fields: object) -> str:
    """An answer as JSON, with the schema number and the day it was asked about."""
    document = {"schema": SCHEMA, "as_of": as_of.isoformat(), **fields}
    return json_document(document)
