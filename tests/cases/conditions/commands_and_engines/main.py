"""Commands that run beside the program, and rows that an engine's connection fetches."""
import sh
from sh import git
from sqlalchemy import create_engine, text

NO_ORACLE = "the libraries are not installed"
ENGINE = create_engine("postgresql://db")


async def bad_commands():
    sh.ls("-l")  # expect: AF106
    git("status")  # expect: AF106
    sh.git.status()  # expect: AF106
    git.bake("log")("-1")  # expect: AF106
    sh.Command("ls")()  # expect: AF106
    running = git.fetch(_bg=True)
    running.wait()  # expect: AF106
    for line in sh.tail("-f", "log", _iter=True):  # expect: AF106
        print(line)


async def ok_commands():
    git.fetch(_bg=True)
    await sh.ls("-l", _async=True)
    try:
        with sh.pushd("/tmp"):
            return git.bake("log")
    except sh.ErrorReturnCode:
        return sh.glob("*")


async def bad_rows():
    with ENGINE.connect() as connection:  # expect: AF104
        connection.execute(text("select 1"))  # expect: AF104
