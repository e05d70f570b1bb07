"""Plain data written as YAML in as many styles as people use, mixed at random."""

import json
from random import Random
from typing import Any

COMMENTS = ("# a note", "# held: 2001 [x, {y}]", "#", "# \t tabs: & *stars | > 日加", "# 'quoted\"")


class Styled:
    """One random hand: its indents, quotes, comments, line breaks, and its love of braces."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.newline = rng.choice(("\n", "\n", "\r\n"))
        self.step = rng.choice((2, 2, 4, 3))
        self.indentless = rng.random() < 0.3
        self.comments = rng.choice((0, 0.1, 0.4))
        self.braces = rng.choice((0, 0.3, 0.7, 1))
        self.quotes = rng.choice((0, 0, 0.2, 1))
        self.quote = rng.choice("'\"")
        self.quoted_keys = rng.random() < 0.1
        broken = f"{self.newline}{' ' * 20}"
        self.comma = rng.choice((", ", ", ", ",", " , ", f",{broken}", f", # held{broken}"))
        self.padding = rng.choice(("", "", " "))
        self.colon = rng.choice((": ", ": ", ":  "))
        self.dash = rng.choice(("- ", "- ", "-   "))

    def text(self, agenda: dict[str, Any]) -> str:
        """The agenda as a whole file."""
        lines = self._block(agenda, "")
        if self.rng.random() < 0.3:
            lines.insert(0, "---")
        text = self.newline.join(lines)
        return text if self.rng.random() < 0.4 else text + self.newline

    def _block(self, mapping: dict[str, Any], indent: str) -> list[str]:
        lines: list[str] = []
        for key, value in mapping.items():
            lines += self._between(indent)
            name = self._key(key)
            deep = indent + " " * self.step
            if isinstance(value, dict) and value and (not indent or self._wide()):
                lines += [f"{indent}{name}:{self._trailing()}", *self._block(value, deep)]
            elif isinstance(value, list) and value and self._wide():
                dashes = indent if self.indentless else deep
                lines.append(f"{indent}{name}:{self._trailing()}")
                for item in value:
                    lines += self._between(dashes)
                    lines += self._item(item, dashes)
            else:
                lines.append(f"{indent}{name}{self.colon}{self._flow(value)}{self._trailing()}")
        return lines

    def _item(self, item: Any, dashes: str) -> list[str]:
        if isinstance(item, dict) and self._wide():
            first, *rest = self._block_item(item, dashes + " " * len(self.dash))
            return [dashes + self.dash + first, *rest]
        return [f"{dashes}{self.dash}{self._flow(item)}{self._trailing()}"]

    def _block_item(self, item: dict[str, Any], indent: str) -> list[str]:
        lines = self._block(item, indent)
        while lines[0].lstrip().startswith("#") or not lines[0].strip():
            del lines[0]
        return [lines[0][len(indent) :], *lines[1:]]

    def _wide(self) -> bool:
        return self.rng.random() >= self.braces

    def _between(self, indent: str) -> list[str]:
        if self.rng.random() >= self.comments:
            return []
        return [self.rng.choice(("", f"{indent}{self.rng.choice(COMMENTS)}", "  # far left"))]

    def _trailing(self) -> str:
        return f"  {self.rng.choice(COMMENTS)}" if self.rng.random() < self.comments else ""

    def _key(self, key: str) -> str:
        return f'"{key}"' if self.quoted_keys else key

    def _flow(self, value: Any) -> str:
        pad = self.padding
        match value:
            case dict():
                pairs = (f"{self._key(k)}{self.colon}{self._flow(v)}" for k, v in value.items())
                return "{" + pad + self.comma.join(pairs) + pad + "}"
            case list():
                return f"[{pad}{self.comma.join(map(self._flow, value))}{pad}]" if value else "[]"
            case str():
                return self._scalar(value)
        return str(value)

    def _scalar(self, text: str) -> str:
        plain = all(c.isalnum() or c in " ./-" for c in text) and text[0].isalnum()
        if self.rng.random() >= self.quotes and plain and text != "none":
            return text
        return "'" + text.replace("'", "''") + "'" if self.quote == "'" else json.dumps(text)
