"""Settings: one that the environment changes, and one that nothing does."""
import os

LATE = False
NEVER = False
if "PATH" in os.environ:
    LATE = bool(os.environ["PATH"])
