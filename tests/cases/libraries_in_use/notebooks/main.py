"""Notebooks are converted by templates, by LaTeX or by a browser, and pseudo-terminals are read until there is text."""
import asyncio

import nbconvert
from nbconvert import HTMLExporter, PDFExporter
from nbconvert.exporters import get_exporter
from nbconvert.preprocessors import ExecutePreprocessor
from nbconvert.writers import FilesWriter
from ptyprocess import PtyProcess, PtyProcessUnicode

NO_ORACLE = "needs the libraries"


class Terminal:
    def __init__(self, process: PtyProcessUnicode):
        self.process = process

    async def bad_read(self):
        text = self.process.read(1024)  # expect: AF106
        self.process.write(text)  # expect: AF106
        return self.process.terminate(force=True)  # expect: AF106

    async def ok_read(self):
        loop = asyncio.get_running_loop()
        self.process.setwinsize(24, 80)
        loop.add_reader(self.process.fileno(), print)
        return await loop.run_in_executor(None, self.process.read), self.process.isalive()


async def bad_terminal():
    process = PtyProcessUnicode.spawn(["bash"])  # expect: AF106
    process.readline()  # expect: AF106
    PtyProcess.spawn(["ls"]).wait()  # expect: AF106
    process.close()  # expect: AF106


async def bad_conversion(notebook):
    body, _ = HTMLExporter(template_name="lab").from_notebook_node(notebook)  # expect: AF108
    PDFExporter().from_notebook_node(notebook)  # expect: AF106
    nbconvert.export(nbconvert.SlidesExporter, notebook)  # expect: AF108
    ExecutePreprocessor(timeout=60).preprocess(notebook, {})  # expect: AF106
    FilesWriter().write(body, {}, "a")  # expect: AF105
    return nbconvert.PythonExporter().from_filename("a.ipynb")  # expect: AF105


async def bad_named(notebook, name: str):
    exporter = get_exporter(name)(config=None)  # expect: AF105
    return exporter.from_notebook_node(notebook)  # expect: AF108


async def ok(notebook):
    exporter = HTMLExporter()
    exporter.register_preprocessor(ExecutePreprocessor(), enabled=True)
    return await asyncio.to_thread(exporter.from_notebook_node, notebook)
