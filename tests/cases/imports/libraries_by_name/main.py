"""Libraries that are imported by their names, also by a helper that says so."""
import importlib

NO_ORACLE = "openai and requests are not installed"


def import_or_raise(name):
    try:
        return importlib.import_module(name)
    except ImportError:
        raise RuntimeError(f"install {name}") from None


async def bad_by_name():
    openai = importlib.import_module("openai")  # expect: AF111
    return openai.OpenAI().embeddings.create(input="x", model="m")  # expect: AF102


async def bad_by_helper():
    requests = import_or_raise("requests")  # expect: AF111
    return requests.get("http://localhost")  # expect: AF102


async def ok_by_helper():
    return import_or_raise("openai").AsyncOpenAI()  # expect: AF111
