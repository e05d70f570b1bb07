"""How long a command takes to start, against an empty typer application, in one run.

    python benchmarks/start_up.py [RUNS]

The two are run in turn, as whole processes, with compiled bytecode for both; what is printed are
medians and the median of the ratios pair by pair. Single times say little on a shared machine.
"""

import os
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from statistics import median
from time import perf_counter

EMPTY = """
import typer

app = typer.Typer()


@app.command()
def main(name: str = "") -> None:
    typer.echo(name)


def run() -> None:
    app()
"""

COMMANDS = (
    "next -a bundled --as-of 2026-11-24",
    "check -a bundled --as-of 2026-11-24",
    "timeline -a bundled --as-of 2026-11-24",
    "why pol-mil-talks -a bundled --as-of 2026-11-24",
    "list -a bundled --as-of 2026-11-24",
    "show symposium -a bundled --as-of 2026-11-24",
    "pace -a bundled --as-of 2026-11-24",
)


def main() -> None:
    """Time each command against the empty application."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    print(f"Python {sys.version.split()[0]}, typer {version('typer')}, {runs} pairs of runs each")
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "empty_application.py").write_text(EMPTY, encoding="utf-8")
        env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        env["PYTHONPATH"] = folder
        empty = [sys.executable, "-c", "from empty_application import run; run()"]
        for command in COMMANDS:
            ours = [sys.executable, "-c", "from cjpeace.cli import main; main()", *command.split()]
            _time(ours, env), _time(empty, env)
            pairs = [(_time(ours, env), _time(empty, env)) for _ in range(runs)]
            ratio = median(one / other for one, other in pairs)
            one, other = (median(side) * 1000 for side in zip(*pairs, strict=True))
            print(f"{ratio:5.2f} times the empty one  ({one:.0f} ms, {other:.0f} ms)  {command}")


def _time(command: list[str], env: dict[str, str]) -> float:
    begin = perf_counter()
    subprocess.run(command, env=env, capture_output=True, check=False)
    return perf_counter() - begin


if __name__ == "__main__":
    main()
