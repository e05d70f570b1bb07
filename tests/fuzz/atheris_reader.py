"""A coverage-guided fuzzer of the reader and of all that is asked of what it reads.

    pip install atheris
    PYTHONPATH=. python tests/fuzz/atheris_reader.py FINDS CORPUS [options of libFuzzer]

What breaks a promise is written into the folder FINDS, once for each place in the code, and the
fuzzer goes on. Interesting inputs gather in CORPUS; begin again with it to go on where it ended.
"""

import re
import sys
import traceback
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from random import Random
from time import process_time

import atheris

import cjpeace

with atheris.instrument_imports(include=["cjpeace"]):
    for module in walk_packages(cjpeace.__path__, "cjpeace."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    from tests.fuzz.mutation import changed, seeds
    from tests.fuzz.questions import ask_everything

SECONDS, SECONDS_A_BYTE = 2.0, 0.001
"""The most that an input may take, and more for each of its bytes, while coverage is measured."""

QUESTIONS = 3
"""So many are asked of each valid input."""

FINDS, CORPUS = Path(sys.argv[1]), Path(sys.argv[2])
SEEDS = seeds()
_seen: set[str] = set()


def examine(content: bytes) -> None:
    """Ask everything of one input, and keep it when something is wrong."""
    begin = process_time()
    try:
        ask_everything(content, QUESTIONS)
    except Exception as error:  # noqa: BLE001 - each of them is a find
        frames = traceback.extract_tb(error.__traceback__)
        own = [f for f in frames if "cjpeace" in f.filename or "questions" in f.filename][-1]
        said = re.sub("[0-9]+", "N", str(error)).partition(":")[0][:60]
        where = f"{Path(own.filename).name}:{own.lineno} {said}"
        _keep(content, f"{type(error).__name__} {where}", error)
    taken = process_time() - begin
    if taken > SECONDS + SECONDS_A_BYTE * len(content):
        _keep(content, f"slow {int(taken)} s", None)


def _keep(content: bytes, what: str, error: Exception | None) -> None:
    if what in _seen:
        return
    _seen.add(what)
    name = f"{what.partition(' ')[0]}-{sha256(content).hexdigest()[:8]}"
    (FINDS / f"{name}.yaml").write_bytes(content)
    told = "".join(traceback.format_exception(error)) if error else what
    (FINDS / f"{name}.txt").write_text(f"{what}\n{told}", "utf-8", "backslashreplace")
    sys.stderr.write(f"FOUND {what}: {name}\n")


def mutate(content: bytes, most: int, seed: int) -> bytes:
    """Change an input: mostly by tokens of YAML, now and then by single bytes."""
    random = Random(seed)
    if random.random() < 0.2:
        return atheris.Mutate(content, most)
    text = content.decode("utf-8", "surrogateescape")
    new = changed(text, random.choice(SEEDS), random)
    return new.encode("utf-8", "surrogateescape")[:most]


def main() -> None:
    """Run the fuzzer, beginning with the agendas of this repository."""
    FINDS.mkdir(exist_ok=True)
    CORPUS.mkdir(exist_ok=True)
    for seed in SEEDS:
        (CORPUS / sha256(seed.encode()).hexdigest()).write_bytes(seed.encode())
    atheris.Setup([sys.argv[0], *sys.argv[2:]], examine, custom_mutator=mutate)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
