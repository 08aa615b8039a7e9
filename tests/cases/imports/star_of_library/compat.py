"""The one place where the libraries are chosen."""
from time import *
from requests import *

PAUSE = 0.01
