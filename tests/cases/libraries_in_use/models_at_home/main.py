"""Models that are loaded where they are made, and compute with each call."""
import asyncio

from insightface.app import FaceAnalysis
from paddleocr import PaddleOCR
from txtai import LLM as Writer
from txtai import Embeddings
from vllm import LLM, SamplingParams

NO_ORACLE = "needs the libraries and the models"


async def bad_search(embeddings: Embeddings):
    embeddings.index(["x"])  # expect: AF108
    embeddings.save("x")  # expect: AF105
    Writer("x")("text")  # expect: AF108
    return embeddings.search("x", 1)  # expect: AF108


class Models:
    def __init__(self):
        self.llm = LLM(model="x")
        self.ocr = PaddleOCR(lang="en")
        self.faces = FaceAnalysis(name="buffalo_l")

    async def bad(self, picture):
        self.llm.generate(["x"], SamplingParams(max_tokens=3))  # expect: AF108
        self.llm.chat([{"role": "user", "content": "x"}])  # expect: AF108
        self.ocr.predict(picture)  # expect: AF108
        for result in self.ocr.predict_iter(picture):  # expect: AF108
            print(result)
        return self.faces.get(picture), LLM(model="y")  # expect: AF105, AF108

    async def ok(self, picture):
        return await asyncio.to_thread(self.llm.generate, ["x"]), await asyncio.to_thread(self.faces.get, picture)
