"""Follow libraries through their own source, with no catalog entry for any, and say which lead to a wait.

    python scripts/through_libraries.py --python ENVIRONMENT [NAME...]

The uses stand in `tests/through/libraries.toml`; what is not installed in the environment is skipped. With names only
these are followed, and each way is shown with all its frames.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from pathlib import Path

from antifreeze.store.library import InstalledLibraries

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Print a line a use, and the counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="only these uses, with every frame")
    parser.add_argument("--python", required=True, help="the environment's folder")
    options = parser.parse_args()
    sys.path.insert(0, str(ROOT / "tests"))
    through = importlib.import_module("through")  # the tests' own table
    libraries = InstalledLibraries(Path(options.python))
    counts = {"found": 0, "missed": 0, "twin clean": 0, "twin reported": 0, "not installed": 0}
    for use in through.uses():
        if options.names and use.name not in options.names:
            continue
        if libraries.distributions.named(use.distribution) is None:
            counts["not installed"] += 1
            continue
        ways, twin = through.followed(use, Path(options.python))
        counts["found" if ways else "missed"] += 1
        if use.twin:
            counts["twin reported" if twin else "twin clean"] += 1
        sink = ways[0].rpartition("\n")[2] if ways else "-"
        print(f"{use.name:24} {sink}{'  TWIN REPORTED: ' + twin[0] if twin else ''}", flush=True)
        if options.names:
            print("\n".join(ways))
    print(", ".join(f"{count} {what}" for what, count in counts.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
