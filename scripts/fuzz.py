"""Fuzz decoding and lowering, led by coverage: `python scripts/fuzz.py --seconds 600 [FOLDER...]`.

Atheris (https://github.com/google/atheris, a libFuzzer for Python) makes files out of those below the folders, by
default of the tests' cases, and keeps those that reach new branches of `antifreeze.lower`. It has to be installed:
`pip install atheris`. A file must give a summary that reads the same after it was written to the cache, or one line
that says why there is none. Whatever else is raised ends the run with the input that did it, and makes it fail; so
does an input that takes longer than its bound.
"""

from __future__ import annotations

import argparse
import importlib
import keyword
import os
import sys
import tempfile
import warnings
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SECONDS = 20
"""How long one input may take."""
LARGEST = 4096
"""How long an input may be, in bytes."""
_PIECES = (
    "# coding: latin-1", "\\xef\\xbb\\xbf", "\\x00", "async def ", "f'{", "# antifreeze: ignore", "**", ":=", "match "
)  # fmt: skip


def main() -> None:
    """Fuzz for as long as is asked for."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folders", nargs="*", type=Path, default=[ROOT / "tests" / "cases"])
    arguments.add_argument("--seconds", type=int, default=600)
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    try:
        atheris = importlib.import_module("atheris")
    except ImportError:
        sys.exit("atheris is not installed; mend it with: python -m pip install atheris")
    with atheris.instrument_imports(include=["antifreeze.lower"]):
        batch = importlib.import_module("antifreeze.lower.batch")
    source = importlib.import_module("antifreeze.model.source")

    def one_input(content: bytes) -> None:
        (lowered,) = batch.lower_batch([source.SourceFile("main.py", "main", content)])
        if not isinstance(lowered, source.SourceError) and batch.encoded(batch.decoded(lowered)) != lowered:
            raise ValueError("the summary reads otherwise than it was written")

    warnings.simplefilter("ignore")  # of code that nobody runs
    with tempfile.TemporaryDirectory() as folder:
        corpus, words = Path(folder, "corpus"), Path(folder, "words")
        corpus.mkdir()
        files = [path for root in given.folders for path in sorted(root.rglob("*.py")) if path.stat().st_size < LARGEST]
        for number, path in enumerate(files):
            (corpus / str(number)).write_bytes(path.read_bytes())
        words.write_text("".join(f'"{word}"\n' for word in (*keyword.kwlist, *_PIECES)), "ascii")
        options = {"max_total_time": given.seconds, "timeout": SECONDS, "max_len": LARGEST, "seed": given.seed}
        flags = [f"-{name}={value}" for name, value in options.items()]
        flags += [f"-dict={words}", f"-artifact_prefix={folder}/", "-print_final_stats=1"]
        child = os.fork()  # the fuzzer ends its process, and would leave the folder
        if not child:
            atheris.Setup([sys.argv[0], *flags, str(corpus)], one_input)
            atheris.Fuzz()
        sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


if __name__ == "__main__":
    main()
