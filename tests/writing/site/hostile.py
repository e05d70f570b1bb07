"""An agenda whose every text tries to be more than text."""

import yaml

from cjpeace import loads
from cjpeace.core.agenda import Agenda

HOSTILE = (
    "<script>pwned = 1</script>\"><img src=x onerror='pwned = 1'>' onload=pwned=1 x='"
    "{{ 7*7 }}{% raw %}${7*7}]]></title></style></script><svg onload='pwned = 1'>&lt;b&gt;"
    "<!--<a href='javascript:pwned=1'>-->"
)
"""What it says everywhere."""

HIDDEN = "mark\u202eed \u200bup"
"""A text that would be read otherwise than it is written."""

SCRIPT = "javascript:pwned=1"


def hostile() -> Agenda:
    """The agenda: every kind of text that there is, and addresses that are no web pages."""
    text = HOSTILE
    session = dict.fromkeys(("place", "title", "doubt", "note"), text) | {
        "number": 1,
        "host": "a",
        "source": ["s", "t", "u", "https://example.org/\"onmouseover='pwned=1'"],
    }
    document = {
        "id": "hostile",
        "title": text,
        "adopted": "2000-01-01",
        "parties": {
            "a": {"name": text, "capital": text, "timezone": "America/Toronto"},
            "b": {"name": "B" + text, "timezone": "Asia/Tokyo"},
        },
        "agreement": [{"section": text, "paragraphs": {1: text, 2: text}}],
        "sources": {
            "s": {"title": text, "url": SCRIPT, "language": "ja"},
            "t": {"title": HIDDEN, "url": "data:text/html,<script>pwned=1</script>"},
            "u": {"title": "日本" + text, "url": "https://example.org/?a=1&b", "language": "ja"},
        },
        "mechanisms": {
            "m": {
                "title": text,
                "paragraph": [1, 2],
                "hosts": ["a", "b"],
                "note": text,
                "cadence": [
                    {"every": "year", "since": 2001, "note": text, "source": "s"},
                    {"every": "2 years", "since": 2020, "note": text},
                ],
                "sessions": [
                    {"held": "2003-05-05", "at": "10:00", "lasts": "2 hours", **session},
                    {"postponed": "..", "planned": "2022-05-05", "reason": text, **session},
                    {"unknown": "2010/2012", "note": text},
                ],
                "source": ["s", "t"],
            },
            "n": {"title": text, "convened_by": text, "cadence": {"every": "year"}},
            "o": {
                "title": text,
                "cadence": {"every": "year", "since": 2010},
                "accept": {"overdue": text},
            },
        },
        "events": {
            "e": {"title": text, "expected": "1999/..", "follows": "m", "convened_by": text},
            "f": {"title": text, "cancelled": "2001-01-01", "reason": text, "place": text},
        },
        "commitments": {
            "c": {"title": text, "paragraph": 2, "carried_by": ["m"], "note": text},
        },
    }
    return loads(yaml.safe_dump(document, allow_unicode=True, sort_keys=False))
