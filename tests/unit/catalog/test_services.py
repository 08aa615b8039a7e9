"""Clients of services and model libraries as users write them: what blocks is found, its asynchronous twin is not."""

from __future__ import annotations

import re

import pytest

from antifreeze.model.source import SourceFile
from cases import analyse

SERVICES = {
    "crewai": """
        from crewai import LLM, Agent, Crew, Task
        from crewai.flow.flow import Flow, start
        from crewai.tools import BaseTool
        class Reader(BaseTool):
            def _run(self, path):
                return open(path).read()
        class Adder(BaseTool):
            def _run(self, a):
                return a + 1
        class Plan(Flow):
            @start()
            def begin(self):
                return 1
        async def use(agent: Agent, task: Task, reader: Reader, adder: Adder, tool: BaseTool):
            crew = Crew(agents=[agent], tasks=[task])
            crew.kickoff(inputs={})  # AF102
            crew.kickoff_for_each(inputs=[{}])  # AF102
            Crew(agents=[agent], tasks=[task], stream=True).kickoff()
            Plan().kickoff()  # AF102
            task.execute_sync()  # AF102
            LLM(model="a").call("hello")  # AF102
            reader.run("a")  # AF105
            adder.run(1)
            tool.run()  # AF102
            task.execute_async()
            await agent.kickoff("a")
            await crew.kickoff_async()
            await crew.akickoff()
            await Plan().kickoff_async()
            await LLM(model="a").acall("hello")
            await reader.arun("a")
        """,
    "tavily": """
        from tavily import AsyncTavilyClient, TavilyClient
        client = TavilyClient(api_key="a")
        async def use():
            client.search("a")  # AF102
            client.extract(["a"])  # AF102
            client.research("a")  # AF102
            for part in client.research("a", stream=True): pass  # AF102
            await AsyncTavilyClient().search("a")
        """,
    "ddgs": """
        from ddgs import DDGS
        import duckduckgo_search
        async def use():
            DDGS().text("a", max_results=5)  # AF102
            with DDGS() as ddgs:
                ddgs.news("a")  # AF102
            duckduckgo_search.DDGS().images("a")  # AF102
        """,
    "firecrawl": """
        from firecrawl import AsyncFirecrawl, Firecrawl, FirecrawlApp
        app = FirecrawlApp(api_key="a")
        async def use():
            app.scrape_url("a")  # AF102
            Firecrawl().crawl("a", limit=1)  # AF102
            Firecrawl().watcher("job")
            await AsyncFirecrawl().scrape("a")
        """,
    "exa_py": """
        from exa_py import AsyncExa, Exa
        exa = Exa("a")
        async def use():
            exa.search("a")  # AF102
            exa.research.create(instructions="a")  # AF102
            exa.websets.wait_until_idle("a")  # AF102
            for part in exa.stream_answer("a"): pass  # AF102
            await AsyncExa("a").search("a")
            await AsyncExa("a").research.create(instructions="a")
        """,
    "mem0": """
        from mem0 import AsyncMemory, AsyncMemoryClient, Memory, MemoryClient
        memory = Memory.from_config({})
        client = MemoryClient(api_key="a")
        async def use():
            memory.add("a", user_id="b")  # AF104
            client.search("a")  # AF102
            await AsyncMemory().add("a", user_id="b")
            await AsyncMemoryClient().search("a")
        """,
    "elevenlabs": """
        from elevenlabs import save
        from elevenlabs.client import AsyncElevenLabs, ElevenLabs
        client = ElevenLabs()
        twin = AsyncElevenLabs()
        async def use(file):
            audio = client.text_to_speech.convert("voice", text="a")
            for part in audio: pass  # AF102
            b"".join(client.text_to_speech.stream("voice", text="a"))  # AF102
            save(b"", "a.mp3")  # AF105
            client.speech_to_text.convert(model_id="scribe_v1", file=file)  # AF102
            client.voices.search()  # AF102
            async for part in twin.text_to_speech.convert("voice", text="a"): pass
            await twin.voices.search()
        """,
    "deepgram": """
        from deepgram import AsyncDeepgramClient, DeepgramClient
        client = DeepgramClient()
        async def use(data):
            client.listen.v1.media.transcribe_file(request=data)  # AF102
            client.listen.rest.v("1").transcribe_url({"url": "a"})  # AF102
            client.manage.v1.projects.list()  # AF102
            for part in client.speak.v1.audio.generate(text="a"): pass  # AF102
            with client.listen.v1.connect(model="nova-3") as connection: pass  # AF103
            await AsyncDeepgramClient().listen.v1.media.transcribe_file(request=data)
            await client.listen.asyncrest.v("1").transcribe_url({"url": "a"})
        """,
    "assemblyai": """
        import assemblyai as aai
        async def use():
            transcriber = aai.Transcriber()
            transcript = transcriber.transcribe("a.mp3")  # AF102
            transcript.export_subtitles_srt()  # AF102
            aai.Transcript.get_by_id("a")  # AF102
            transcriber.transcribe_async("a.mp3")
            transcriber.transcribe_async("a.mp3").result()  # AF107
            await aai.AsyncTranscriber().transcribe("a.mp3")
        """,
    "voyageai": """
        import voyageai
        vo = voyageai.Client()
        async def use():
            vo.embed(["a"], model="voyage-3")  # AF102
            voyageai.get_embedding("a")  # AF102
            await voyageai.AsyncClient().embed(["a"])
            await voyageai.aget_embedding("a")
        """,
}


@pytest.mark.parametrize("name", SERVICES)
def test_what_blocks_is_found_and_nothing_else(name: str) -> None:
    text = SERVICES[name]
    lines = enumerate(text.splitlines(), 1)
    expected = {(number, code) for number, line in lines for code in re.findall(r"# (AF\d+)$", line)}
    report = analyse((SourceFile("main.py", "main", ("if True:" + text).encode()),))
    assert not report.errors
    assert {(finding.line, finding.code) for finding in report.findings} == expected
