"""Base classes whose public methods call what a subclass writes: whether they block is told by that."""

import time

from langchain_core.language_models import LLM, BaseChatModel
from langchain_core.output_parsers import StrOutputParser
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import RunnablePassthrough
from langchain_core.tools import BaseTool

NO_ORACLE = "needs langchain-core"


class InMemory(BaseRetriever):
    pages: list

    def _get_relevant_documents(self, query, *, run_manager=None):
        return [page for page in self.pages if query in page]


class Slow(BaseRetriever):
    def _get_relevant_documents(self, query, *, run_manager=None):
        time.sleep(1)
        return []


class Add(BaseTool):
    name: str = "add"
    description: str = "adds"

    def _run(self, a: int, b: int) -> int:
        return a + b


class SlowAdd(BaseTool):
    name: str = "add"
    description: str = "adds, slowly"

    def _run(self, a: int, b: int) -> int:
        time.sleep(1)
        return a + b


class Echo(LLM):
    def _call(self, prompt, stop=None, run_manager=None, **kwargs):
        return prompt


class Remote(BaseChatModel):
    def _generate(self, messages, stop=None, run_manager=None, **kwargs):
        time.sleep(1)
        return messages


async def compute():
    found = InMemory(pages=[]).invoke("x")
    total = Add().invoke({"a": 1, "b": 2})
    text = StrOutputParser().invoke(RunnablePassthrough().invoke("x"))
    return found, total, text, Echo().invoke("x")


async def block(tool: BaseTool, retriever: BaseRetriever):
    Slow().invoke("x")  # expect: AF101
    SlowAdd().run({"a": 1, "b": 2})  # expect: AF101
    Remote().invoke("x")  # expect: AF101
    tool.invoke({})  # expect: AF102
    retriever.invoke("x")  # expect: AF102
