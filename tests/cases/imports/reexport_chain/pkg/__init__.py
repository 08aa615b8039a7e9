from .inner import load as fetch
