"""The one door to YAML: text to plain data, by YAML 1.2.

Dates, times and words such as `NO` stay text. ryaml refuses duplicate keys and deep nesting; what
it says of a place in the text is taken over. A large text is read piece by piece, which is quicker.
"""

from cjpeace.reading.yaml.aliases import may_hold_aliases
from cjpeace.reading.yaml.yaml_data import Data, Parsed, parse_at_once

__all__ = ["Data", "Parsed", "parse_yaml"]

LARGE = 100_000
"""Longer texts, in characters, are read in pieces where that is possible."""


def parse_yaml(text: str) -> Parsed:
    """The data of a YAML text, duplicate keys left out, and everything wrong with the text."""
    if len(text) > LARGE and not may_hold_aliases(text):
        from cjpeace.reading.yaml.joined import parse_in_pieces  # only for large texts

        return parse_in_pieces(text) or parse_at_once(text)
    return parse_at_once(text)
