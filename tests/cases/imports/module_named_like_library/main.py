"""A module deep in a package that is called like a library, which another part of the package imports."""
from pathlib import Path

from app.knowledge.wordfile import Document
from app.readers.reader import read
from service.jobs.nightly import refresh
from tools.sheets import cells
from waiting import wait

NO_ORACLE = "needs the library"


async def text_of_a_document():
    return read(Path("a")).content.replace("a", "b")


async def text_of_another():
    return Document(content="a").content.replace("a", "b")


async def where_names_begin_within_a_package():
    return refresh()  # expect: AF101


async def cells_of_a_sheet():
    return cells(Path("a")).replace("a", "b")


async def out_of_a_folder_that_is_a_source_root():
    wait()  # expect: AF101
