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
    "instructor": """
        import instructor
        from anthropic import AsyncAnthropic
        from openai import AsyncOpenAI, OpenAI
        class Adapter:
            def __init__(self, url):
                self.client = instructor.from_openai(OpenAI(base_url=url), mode=instructor.Mode.JSON)
                self.aclient = instructor.from_openai(AsyncOpenAI(base_url=url), mode=instructor.Mode.JSON)
            async def use(self):
                self.client.chat.completions.create(model="a")  # AF102
                self.client.create_with_completion(model="a")  # AF102
                await self.aclient.chat.completions.create(model="a")
                self.aclient.create(model="a")
                instructor.from_anthropic(AsyncAnthropic()).create(model="a")
        """,
    "paho": """
        import paho.mqtt.client as mqtt
        class Broker:
            def __init__(self):
                self.client = mqtt.Client()
            def connect(self, context):
                self.client.tls_set(ca_certs=None)
                self.client.username_pw_set("a", "b")
            def connect_with(self, context):
                self.client.tls_set_context(context)
        async def use(broker: Broker, context):
            broker.connect(context)  # AF105
            broker.connect_with(context)
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
    "zhipuai": """
        from zhipuai import ZhipuAI
        client = ZhipuAI(api_key="a")
        async def use():
            client.chat.completions.create(model="glm-4", messages=[])  # AF102
            client.chat.asyncCompletions.create(model="glm-4", messages=[])  # AF102
            client.embeddings.create(model="a", input="b")  # AF102
        """,
    "dashscope": """
        from dashscope import Generation, ImageSynthesis, TextReRank
        from dashscope.aigc.generation import AioGeneration
        async def use():
            Generation.call("qwen-max", prompt="a")  # AF102
            parts = Generation.call("qwen-max", prompt="a", stream=True)
            for part in parts: pass  # AF102
            ImageSynthesis.wait(ImageSynthesis.async_call("a", prompt="b"))  # AF102
            TextReRank.call("a", query="b", documents=[])  # AF102
            await AioGeneration.call("qwen-max", prompt="a")
        """,
    "llama_cpp": """
        import asyncio
        from llama_cpp import Llama
        llm = Llama(model_path="a.gguf")
        async def use():
            llm("a")  # AF108
            llm.create_chat_completion(messages=[])  # AF108
            parts = llm.create_chat_completion(messages=[], stream=True)
            for part in parts: pass  # AF108
            Llama.from_pretrained("a", "b.gguf")  # AF102
            await asyncio.to_thread(llm.create_completion, "a")
        """,
    "fastembed": """
        from fastembed import TextEmbedding
        from fastembed.rerank.cross_encoder import TextCrossEncoder
        model = TextEmbedding()
        async def use():
            vectors = model.embed(["a"])
            list(vectors)  # AF108
            list(TextCrossEncoder("a", lazy_load=True).rerank("a", ["b"]))  # AF108
            TextEmbedding("a")  # AF105
        """,
    "unstructured": """
        from unstructured.partition.auto import partition
        from unstructured.partition.docx import partition_docx
        from unstructured.partition.pdf import partition_pdf
        from unstructured.partition.api import partition_via_api
        async def use(file):
            partition(filename="a.pdf")  # AF108
            partition_pdf(file=file)  # AF108
            partition_docx("a.docx")  # AF108
            partition_via_api("a.pdf")  # AF102
        """,
    "docling": """
        from docling.document_converter import DocumentConverter
        async def use():
            converter = DocumentConverter()
            converter.convert("a.pdf")  # AF108
            for result in converter.convert_all(["a.pdf"]): pass  # AF108
        """,
    "pymupdf4llm": """
        import pymupdf4llm
        async def use():
            pymupdf4llm.to_markdown("a.pdf")  # AF108
        """,
    "langfuse": """
        from langfuse import Langfuse, get_client
        langfuse = get_client()
        async def use():
            langfuse.get_prompt("a")  # AF102
            langfuse.flush()  # AF102
            langfuse.api.prompts.list()  # AF102
            Langfuse().auth_check()  # AF102
            with langfuse.start_as_current_observation(name="a") as span: pass
            await langfuse.async_api.prompts.list()
        """,
    "smolagents": """
        from smolagents import CodeAgent, InferenceClientModel, OpenAIServerModel, Tool
        class Reader(Tool):
            def forward(self, path):
                return open(path).read()
        class Adder(Tool):
            def forward(self, a):
                return a + 1
        class Fixed(InferenceClientModel):
            def generate(self, messages):
                return "a"
        agent = CodeAgent(tools=[], model=InferenceClientModel())
        async def use(reader: Reader, adder: Adder, fixed: Fixed):
            agent.run("a")  # AF102
            steps = agent.run("a", stream=True)
            for step in steps: pass  # AF102
            OpenAIServerModel("a").generate([])  # AF102
            InferenceClientModel()([])  # AF102
            fixed([])
            reader("a")  # AF105
            adder(1)
        """,
    "dspy": """
        import dspy
        class Answer(dspy.Module):
            def __init__(self):
                self.answer = dspy.ChainOfThought("question -> answer")
            def forward(self, question):
                return self.answer(question=question)
        class Constant(dspy.Module):
            def forward(self, question):
                return "a"
        async def use(program: dspy.Module):
            dspy.Predict("question -> answer")(question="a")  # AF102
            dspy.LM("a")("b")  # AF102
            Answer()(question="a")  # AF102
            Constant()(question="a")
            program()  # AF102
            dspy.MIPROv2(metric=None).compile(program, trainset=[])  # AF102
            await Answer().acall(question="a")
            await dspy.LM("a").acall("b")
        """,
    "haystack": """
        from haystack import Pipeline
        from haystack.components.generators.chat import OpenAIChatGenerator
        pipeline = Pipeline()
        async def use():
            pipeline.run({})  # AF102
            OpenAIChatGenerator().run([])  # AF102
            await pipeline.run_async({})
            await OpenAIChatGenerator().run_async([])
        """,
    "autogen": """
        from autogen import AssistantAgent, UserProxyAgent, initiate_chats
        async def use():
            user, assistant = UserProxyAgent("a"), AssistantAgent("b")
            user.initiate_chat(assistant, message="c")  # AF102
            assistant.generate_reply([])  # AF102
            initiate_chats([])  # AF102
            user.run(assistant, message="c")
            await user.a_initiate_chat(assistant, message="c")
        """,
    "llama_index": """
        from llama_index.core.embeddings import BaseEmbedding
        from llama_index.core.query_engine import BaseQueryEngine, CustomQueryEngine
        from llama_index.core.retrievers import BaseRetriever
        class Files(BaseRetriever):
            def _retrieve(self, query_bundle):
                return open("a").read()
        class Nothing(BaseRetriever):
            def _retrieve(self, query_bundle):
                return []
        class Echo(CustomQueryEngine):
            def custom_query(self, query_str):
                return query_str
        class Noted(CustomQueryEngine):
            def custom_query(self, query_str):
                open("a", "w").write(query_str)
        class Zeros(BaseEmbedding):
            def _get_query_embedding(self, query): return [0.0]
            def _get_text_embedding(self, text): return [0.0]
        class Stored(BaseEmbedding):
            def _get_query_embedding(self, query): return open(query).read()
            def _get_text_embedding(self, text): return open(text).read()
        async def use(zeros: Zeros, stored: Stored, engine: BaseQueryEngine, retriever: BaseRetriever):
            Files().retrieve("a")  # AF105
            Nothing().retrieve("a")
            Echo().query("a")
            Noted().query("a")  # AF105
            zeros.get_text_embedding_batch(["a"])
            zeros.get_query_embedding("a")
            stored.get_text_embedding_batch(["a"])  # AF105
            stored.get_query_embedding("a")  # AF105
            engine.query("a")  # AF102
            retriever.retrieve("a")  # AF102
            await engine.aquery("a")
            await retriever.aretrieve("a")
        """,
    "binance": """
        from binance import AsyncClient, Client
        from binance.client import Client as Same
        client = Client("a", "b")
        async def use(same: Same):
            Client("a", "b")  # AF102
            Client("a", "b", ping=False)
            client.get_account()  # AF102
            same.futures_create_order(symbol="a")  # AF102
            client.margin_borrow_repay()  # AF102
            for kline in client.get_historical_klines_generator("a", "1m"): pass  # AF102
            twin = await AsyncClient.create()
            await twin.get_account()
            await twin.margin_borrow_repay()
        """,
    "solana": """
        from solana.rpc.api import Client
        from solana.rpc.async_api import AsyncClient
        async def use(key):
            Client("https://a").get_balance(key)  # AF102
            await AsyncClient("https://a").get_balance(key)
        """,
    "resend": """
        import resend
        async def use():
            resend.Emails.send({"to": "a"})  # AF102
            resend.Webhooks.verify({})
            await resend.Emails.send_async({"to": "a"})
        """,
    "razorpay": """
        import razorpay
        client = razorpay.Client(auth=("a", "b"))
        async def use():
            client.order.create({"amount": 1})  # AF102
            client.payment.capture("a", 1)  # AF102
            client.utility.verify_payment_signature({})
        """,
    "pyfcm": """
        from pyfcm import FCMNotification
        async def use():
            FCMNotification("a", "b").notify(fcm_token="c")  # AF102
        """,
    "vonage": """
        from vonage import Auth, Vonage
        client = Vonage(Auth(api_key="a", api_secret="b"))
        async def use(message):
            client.sms.send(message)  # AF102
            client.voice.create_call(message)  # AF102
        """,
    "couchbase": """
        from acouchbase.cluster import AsyncCluster
        from couchbase.cluster import Cluster
        from couchbase.options import ClusterOptions
        cluster = Cluster("couchbase://a", ClusterOptions(None))
        async def use():
            bucket = cluster.bucket("a")  # AF104
            collection = bucket.scope("b").collection("c")
            collection.upsert("a", {})  # AF104
            collection.binary().increment("a")  # AF104
            for row in cluster.query("select 1"): pass  # AF104
            twin = await AsyncCluster.connect("couchbase://a", None)
        """,
    "surrealdb": """
        from surrealdb import AsyncSurreal, Surreal
        async def use():
            with Surreal("ws://a") as db:
                db.signin({})  # AF104
                db.query("select * from a")  # AF104
            async with AsyncSurreal("ws://a") as twin:
                await twin.signin({})
        """,
    "instaloader": """
        import instaloader
        loader = instaloader.Instaloader()
        async def use():
            loader.login("a", "b")  # AF102
            profile = instaloader.Profile.from_username(loader.context, "a")  # AF102
            posts = profile.get_posts()  # AF102
            for post in posts:  # AF102
                loader.download_post(post, target="a")  # AF102
        """,
    "googlesearch": """
        from googlesearch import search
        async def use():
            results = search("a")
            list(results)  # AF102
        """,
    "serpapi": """
        import serpapi
        from serpapi import GoogleSearch
        async def use():
            serpapi.search(q="a").next_page()  # AF102
            serpapi.Client(api_key="a").search(q="b")  # AF102
            GoogleSearch({"q": "a"}).get_dict()  # AF102
        """,
    "newsapi": """
        from newsapi import NewsApiClient
        async def use():
            NewsApiClient(api_key="a").get_top_headlines(q="b")  # AF102
        """,
    "pygsheets": """
        import pygsheets
        client = pygsheets.authorize(service_file="a.json")
        async def use(frame):
            sheet = client.open("a")  # AF102
            sheet.sheet1.set_dataframe(frame, "A1")  # AF102
            sheet.worksheet_by_title("a").get_all_values()  # AF102
        """,
    "e2b": """
        from e2b import AsyncSandbox, Sandbox
        from e2b_code_interpreter import Sandbox as Interpreter
        async def use():
            with Sandbox.create() as sandbox:  # AF102
                sandbox.commands.run("ls")  # AF102
                sandbox.files.write("a", "b")  # AF102
            Interpreter.create().run_code("1 + 1")  # AF102
            twin = await AsyncSandbox.create()
            await twin.commands.run("ls")
            await twin.kill()
        """,
    "composio": """
        from composio import Composio
        composio = Composio()
        async def use():
            composio.tools.execute("a", {})  # AF102
            composio.toolkits.authorize(user_id="a", toolkit="b").wait_for_connection()  # AF102
        """,
    "ansible_runner": """
        import ansible_runner
        async def use():
            ansible_runner.run(private_data_dir="a", playbook="b.yml")  # AF106
            ansible_runner.run_async(private_data_dir="a", playbook="b.yml")
        """,
    "rasterio": """
        import rasterio
        from rasterio.warp import reproject
        from rasterio.features import shapes
        async def use(dataset: rasterio.DatasetReader, source, destination):
            with rasterio.open("a.tif") as opened:  # AF105
                opened.read(1)  # AF105
            dataset.read()  # AF105
            reproject(source, destination)  # AF108
            list(shapes(source))  # AF108
        """,
    "media_catalogs": """
        import arxiv, musicbrainzngs, pylast
        from lyricsgenius import Genius
        from youtube_transcript_api import YouTubeTranscriptApi
        async def use():
            network = pylast.LastFMNetwork(api_key="a")
            network.scrobble("a", "b", 1)  # AF102
            network.get_user("a").get_now_playing()  # AF102
            network.get_artist("a")
            musicbrainzngs.get_artist_by_id("a")  # AF102
            musicbrainzngs.set_useragent("a", "1")
            for paper in arxiv.Client().results(arxiv.Search(query="a")): pass  # AF102
            arxiv.Client()
            Genius("a").search_song("b")  # AF102
            YouTubeTranscriptApi().list("a")  # AF102
        """,
    "hosted_models": """
        from cerebras.cloud.sdk import AsyncCerebras, Cerebras
        from llama_api_client import LlamaAPIClient
        from sambanova import SambaNova
        from turbopuffer import Turbopuffer
        from writerai import Writer
        async def use():
            client = LlamaAPIClient()
            client.chat.completions.create(model="a", messages=[])  # AF102
            client.models.list()  # AF102
            Cerebras().chat.completions.create(model="a", messages=[])  # AF102
            await AsyncCerebras().chat.completions.create(model="a", messages=[])
            SambaNova().embeddings.create(model="a", input="b")  # AF102
            Writer().chat.chat(messages=[], model="a")  # AF102
            spaces = Turbopuffer().namespace("a")
            spaces.query(top_k=1)  # AF102
        """,
    "office": """
        import dataset, mailgun, records, zulip
        from curl_cffi import AsyncSession, Session
        from discord_webhook import DiscordWebhook
        async def use():
            client = zulip.Client(site="a")  # AF102
            client.send_message({})  # AF102
            hook = DiscordWebhook(url="a")
            hook.add_embed({})
            hook.execute()  # AF102
            mailgun.Client(auth=("api", "a")).messages.create(data={})  # AF102
            Session().get("a")  # AF102
            await AsyncSession().get("a")
            tables = dataset.connect("sqlite://")
            table = tables["a"]
            table.insert({})  # AF104
            table.find_one(a=1)  # AF104
            records.Database("a").query("select 1")  # AF104
        """,
    "smart_homes": """
        import pyfritzhome
        from huawei_lte_api.Client import Client
        from huawei_lte_api.Connection import Connection
        from miio import AirPurifier, DeviceException
        from pybotvac import Account, PasswordSession
        from total_connect_client import TotalConnectClient
        async def use(account: Account):
            fritz = pyfritzhome.Fritzhome("a", "b", "c")
            fritz.login()  # AF102
            purifier = AirPurifier("a", "b")
            purifier.status()  # AF103
            purifier.set_mode(1)  # AF103
            modem = Client(Connection("a"))  # AF102
            modem.sms.send_sms([], "a")  # AF102
            modem.device.information()  # AF102
            account.refresh_robots()  # AF102
            TotalConnectClient("a", "b")  # AF102
        """,
    "accounts": """
        from asana import ApiClient, TasksApi
        from instagrapi import Client as Instagram
        from keycloak import KeycloakOpenID
        from square import Square
        from stream_chat import StreamChat
        from trello import TrelloClient
        async def use(identity: KeycloakOpenID):
            TasksApi(ApiClient()).get_task("a", {})  # AF102
            Instagram().login("a", "b")  # AF102
            identity.token("a", "b")  # AF102
            await identity.a_token("a", "b")
            Square(token="a").payments.create(source_id="a", idempotency_key="b")  # AF102
            chat = StreamChat("a", "b")
            chat.query_users({})  # AF102
            chat.channel("a", "b").send_message({}, "c")  # AF102
            TrelloClient("a").list_boards()  # AF102
            TrelloClient("a")
        """,
    "machines": """
        from ib_insync import IB
        from pycomm3 import LogixDriver
        from snap7 import Client
        async def use():
            broker = IB()
            broker.connect()  # AF103
            await broker.connectAsync()
            broker.positions()
            driver = LogixDriver("a")
            driver.open()  # AF103
            driver.read("a")  # AF103
            controller = Client()
            controller.connect("a", 0, 1)  # AF103
            controller.db_read(1, 0, 1)  # AF103
        """,
    "faces_and_files": """
        import face_recognition, fiona, geocoder, mutagen, patoolib, py7zr, zarr
        from deepface import DeepFace
        from mutagen.id3 import ID3
        async def use(image):
            DeepFace.verify("a", "b")  # AF108
            face_recognition.face_encodings(image)  # AF108
            face_recognition.compare_faces([], image)
            fiona.open("a")  # AF105
            geocoder.osm("a")  # AF102
            geocoder.distance("a", "b")
            mutagen.File("a").save()  # AF105
            ID3("a")  # AF105
            ID3()
            patoolib.extract_archive("a")  # AF106
            archive = py7zr.SevenZipFile("a")  # AF105
            archive.extractall()  # AF108
            zarr.open("a")  # AF105
        """,
    "remote_tables": """
        import happybase, librouteros, prestodb
        from impala.dbapi import connect
        async def use():
            cursor = prestodb.dbapi.connect(host="a").cursor()
            cursor.execute("select 1")  # AF104
            cursor = connect(host="a").cursor()  # AF103
            cursor.fetchall()  # AF104
            table = happybase.Connection("a", autoconnect=False).table("b")
            table.row("a")  # AF104
            for row in table.scan(): pass  # AF104
            router = librouteros.connect("a", "b", "c")  # AF103
            for line in router.path("interface"): pass  # AF103
        """,
    "exchanges": """
        from coinbase.rest import RESTClient
        from hcloud import Client
        from ibm_watsonx_ai.foundation_models import ModelInference
        from pybit.unified_trading import HTTP
        from pycoingecko import CoinGeckoAPI
        from pyzabbix import ZabbixAPI
        async def use(model: ModelInference):
            RESTClient(api_key="a").get_accounts()  # AF102
            cloud = Client(token="a")
            cloud.servers.get_by_id(1).power_off()  # AF102
            HTTP(testnet=True).get_tickers(category="a")  # AF102
            CoinGeckoAPI().get_price(ids="a", vs_currencies="b")  # AF102
            ZabbixAPI("a").host.get()  # AF102
            model.chat(messages=[])  # AF102
            await model.achat(messages=[])
        """,
    "logins": """
        import kuzu, mpd
        from ai21 import AI21Client
        from clerk_backend_api import Clerk
        from mailchimp_marketing import Client
        from svix.api import Svix
        from workos import WorkOSClient
        async def use():
            AI21Client().chat.completions.create(model="a", messages=[])  # AF102
            clerk = Clerk(bearer_auth="a")
            clerk.users.list()  # AF102
            await clerk.users.list_async()
            Client().lists.get_all_lists()  # AF102
            Svix("a").message.create("b", {})  # AF102
            WorkOSClient(api_key="a").organizations.get_organization("b")  # AF102
            player = mpd.MPDClient()
            player.connect("a", 1)  # AF103
            player.status()  # AF103
            kuzu.Connection(None).execute("a").get_all()  # AF104
        """,
    "langchain_lambda": """
        import asyncio, time
        from langchain_core.runnables import RunnableLambda
        def read(path):
            return open(path).read()
        def double(number):
            return 2 * number
        async def fetch(url):
            await asyncio.sleep(1)
        held = RunnableLambda(func=lambda seconds: time.sleep(seconds))
        async def use(unknown: RunnableLambda):
            RunnableLambda(read).invoke("a")  # AF105
            RunnableLambda(double).invoke(1)
            RunnableLambda(time.sleep).invoke(1)  # AF101
            held.invoke(1)  # AF101
            unknown.invoke(1)  # AF102
            await RunnableLambda(fetch).ainvoke("a")
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
