"""Documents as JSON, in which every character can be seen."""

import json

from cjpeace.writing.layout.cells import is_harmless


def json_document(document: object) -> str:
    r"""A document as indented JSON, with escapes for what a terminal would obey or not show.

    >>> print(json_document({"title": "a\x9b2J"}), end="")
    {
      "title": "a\u009b2J"
    }
    """
    text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    odd = {character for character in set(text) if character != "\n" and not is_harmless(character)}
    return text.translate({ord(one): json.dumps(one)[1:-1] for one in odd}) if odd else text
