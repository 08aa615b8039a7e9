"""Imports its own parts by the name that it has below `src`."""
import tools.clock
from tools import quick
from tools.clock import wait

sleep = tools.clock.sleep
skip = quick.skip
