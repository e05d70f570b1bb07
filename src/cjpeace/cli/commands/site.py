"""`cjpeace site`: pages to look at, and calendars to subscribe to, in a folder for a web server."""

import os
from datetime import date
from importlib.metadata import version
from typing import Annotated
from urllib.parse import urlsplit

import typer

from cjpeace.cli.agendas import AgendaFiles
from cjpeace.cli.clock import today
from cjpeace.cli.here import DEFAULTS
from cjpeace.cli.options import Agendas, AsOf
from cjpeace.cli.output import complain
from cjpeace.cli.publishing import complain_of_characters, source_date_epoch
from cjpeace.cli.site_build import Site, Terms, site
from cjpeace.cli.site_folder import RefusedError, place
from cjpeace.reading.zone_data import newest_zone_data
from cjpeace.writing.layout.styled import line
from cjpeace.writing.site.address import Base, web_address


def _base(text: str) -> str:
    address = web_address(text)
    parts = urlsplit(text) if address else None
    if parts is None or parts.query or parts.fragment:
        message = f'"{text}" is not the address of a folder, such as https://example.org/agenda/'
        raise typer.BadParameter(message)
    return text.rstrip("/") + "/"


def command(
    folder: Annotated[
        str | None,
        typer.Argument(metavar="[DIR]", help="The folder to write: new, empty, or a site's."),
    ] = None,
    *,
    agenda: Agendas = None,
    as_of: AsOf = None,
    base_url: Annotated[
        str | None,
        typer.Option(
            parser=_base,
            metavar="URL",
            help="Where the folder will be found, for links that subscribe.",
        ),
    ] = None,
    serve: Annotated[
        bool, typer.Option("--serve", help="Show it on this machine, and follow the agenda.")
    ] = False,
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="The port for --serve; 0 for a free one.")
    ] = 8000,
) -> None:
    """A static site: what is next and overdue, a timeline, a page a mechanism, calendars, data."""
    if serve:
        _serve(folder or None, agenda, as_of, base_url, port)
    elif not folder:
        message = "name the folder to write, or show the site with --serve"
        raise typer.BadParameter(message, param_hint="DIR")
    else:
        _put(folder, _built(agenda, as_of or today(), base_url))


def _built(agenda: list[str] | None, as_of: date, base_url: str | None) -> Site:
    """The site of the agendas; one that is invalid ends the program: a site is whole, or is not."""
    files = AgendaFiles(agenda, or_bundled=False)
    agendas = files.valid()
    files.finish()
    program = ".".join(version("cjpeace").split(".")[:2])
    terms = Terms(as_of, Base(base_url), newest_zone_data(), program, source_date_epoch())
    return site(agendas, terms, several=files.several)


def _put(folder: str, made: Site) -> None:
    try:
        placed = place(folder, made.files)
    except RefusedError as error:
        complain([line(f"cjpeace: {error}")])
        raise SystemExit(2) from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        complain([line(f"cjpeace: cannot write {error.filename or folder}: {reason}")])
        raise SystemExit(2) from None
    complain_of_characters(made.calendar)
    changed = f"{placed.changed} changed" if placed.changed else "unchanged"
    removed = f", {placed.removed} removed" if placed.removed else ""
    complain([line(f"cjpeace: {placed.files} files in {folder}, {changed}{removed}")])


def _serve(
    folder: str | None,
    agenda: list[str] | None,
    as_of: date | None,
    base_url: str | None,
    port: int,
) -> None:
    from cjpeace.cli.site_server import HERE, SiteServer  # http.server, for this option only

    try:
        server = SiteServer(port)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        complain([line(f"cjpeace: cannot show it on {HERE}:{port}: {reason}; name another --port")])
        raise SystemExit(2) from None

    base = base_url or (None if folder else server.url)  # a folder is for another place

    def seen() -> object:
        return as_of or today(), _ages(agenda)

    def build() -> dict[str, bytes]:
        made = _built(agenda, as_of or today(), base)
        if folder is not None:
            _put(folder, made)
        return made.files

    def again() -> dict[str, bytes] | None:
        try:
            files = build()
        except SystemExit:  # said on stderr what is wrong; what was there stays
            return None
        complain([line("cjpeace: built anew")])
        return files

    before = seen()
    server.files = build()
    complain([line(f"cjpeace: shown at {server.url} until interrupted (Ctrl-C)")])
    server.show(before, seen, again)


def _ages(named: list[str] | None) -> list[tuple[str, int, int]]:
    """The files of the agendas, with the time and size that tell whether they have changed."""
    names = named or [os.environ.get("CJPEACE_AGENDA") or "", *DEFAULTS]
    found = []
    for name in names:
        for path in _files(name):
            try:
                about = os.stat(path)
            except OSError:
                continue
            found.append((path, about.st_mtime_ns, about.st_size))
    return found


def _files(name: str) -> list[str]:
    try:
        return sorted(entry.path for entry in os.scandir(name))
    except OSError:
        return [name]
