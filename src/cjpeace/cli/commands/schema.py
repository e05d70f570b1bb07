"""`cjpeace schema`: the form of an agenda file, for editors and validators."""

import json

from cjpeace.cli.output import write
from cjpeace.reading.schema.schema import agenda_schema


def command() -> None:
    """The form of an agenda file as a JSON Schema (2020-12).

    Editors with YAML support complete keys, show what each says and mark mistakes by it, where a
    file begins with `# yaml-language-server: $schema=` and the place of the schema.
    """
    write(json.dumps(agenda_schema(), ensure_ascii=False, indent=2) + "\n")
