"""Templates, filled in: whatever is put into one is text, and is escaped."""

import importlib.resources
from functools import cache
from typing import TYPE_CHECKING

from cjpeace.writing.layout.cells import visible

if TYPE_CHECKING:
    from jinja2 import Environment

STATIC = ("style.css", "site.js", "icon.svg")
"""Files that are the same on every site."""


def rendered(template: str, **values: object) -> bytes:
    """A page made of a template and values."""
    page = _environment().get_template(template).render(values)
    return "".join(f"{line}\n" for line in map(str.strip, page.splitlines()) if line).encode()


def static_file(name: str) -> bytes:
    """A file that goes to the site as it is."""
    folder = importlib.resources.files("cjpeace.writing.site")
    return (folder / "static" / name).read_bytes()


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined  # 25 ms, for the site only

    environment = Environment(
        loader=PackageLoader("cjpeace.writing.site"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
        auto_reload=False,
        cache_size=-1,
    )
    environment.globals = {}
    environment.filters = {name: environment.filters[name] for name in _FILTERS}
    return environment


_FILTERS = ("join", "length")
"""None of them marks a text as safe, and what is not there cannot be used by mistake."""


def _shown(value: object) -> object:
    """A text with its control characters written out; nothing at all for what there is not."""
    if value is None:
        return ""
    return visible(value) if type(value) is str else value
