"""`python -m antifreeze`."""

import os
import sys


def forget_the_current_folder() -> None:
    """Have imports no longer look there first, as `-m` wants it.

    It may be the project to analyse, none of whose code is to run: a module that it calls `json` or `rich` would.
    Only where antifreeze itself comes from there does it stay.
    """
    here = os.getcwd()
    if not os.path.abspath(__file__).startswith(os.path.join(here, "")):
        sys.path[:] = [path for path in sys.path if path not in ("", here)]


if __name__ == "__main__":
    forget_the_current_folder()
    from antifreeze.cli.app import main

    main()
