"""How libraries are used in real code, from the construction of a client down to the call that blocks."""

from __future__ import annotations

import re

import pytest

from antifreeze.model.source import SourceFile
from cases import analyse

IDIOMS = {
    "langchain_tools": """
        from langchain_core.tools import tool
        @tool
        def read(name: str) -> str: return open(name).read()
        TOOLS = [read]
        async def use(name):
            read.invoke({"name": name})  # AF102
            {one.name: one for one in TOOLS}[name].invoke({})  # AF102
            await read.ainvoke({"name": name})
            read.name
        """,
    "django": """
        from django.db import models
        class Book(models.Model): pass
        async def use(book: Book):
            Book.objects.get(pk=1)  # AF104
            list(Book.objects.filter(a=1).order_by("b"))  # AF104
            for one in Book.objects.exclude(a=1).values_list("b"): pass  # AF104
            Book.objects.filter(a=1).exists()  # AF104
            book.save()  # AF104
            Book.objects.filter(a=1)
            await Book.objects.aget(pk=1)
            async for one in Book.objects.all(): pass
        """,
    "django_instances": """
        from django.db import models
        from django.shortcuts import get_object_or_404
        class Book(models.Model):
            def publish(self):
                self.save()
            def headline(self):
                return "a"
        async def use():
            Book.objects.get(pk=1).publish()  # AF104
            book = await Book.objects.aget(pk=1)
            book.headline()
            book.delete()  # AF104
            async for one in Book.objects.filter(a=1):
                one.headline()
                one.publish()  # AF104
            one, _ = await Book.objects.aget_or_create(pk=1)
            one.save()  # AF104
            await one.asave()
            two = get_object_or_404(Book, pk=1)  # AF104
            two.publish()  # AF104
        """,
    "peewee_instances": """
        from peewee import Model
        class Book(Model):
            def publish(self):
                self.save()
        async def use():
            book = Book.get(Book.id == 1)  # AF104
            book.publish()  # AF104
            book, _ = Book.get_or_create(id=1)  # AF104
            book.save()  # AF104
        """,
    "celery": """
        from celery import Celery, shared_task
        app = Celery("a")
        @app.task
        def add(a): return a
        @shared_task(bind=True)
        def more(self, a): return open("a")
        async def use():
            add(1)
            more(1)  # AF105
            add.delay(1)  # AF110
            result = more.apply_async((1,))  # AF110
            result.get()  # AF110
        """,
    "firestore": """
        from google.cloud import firestore
        async def use(db: firestore.Client, other: firestore.AsyncClient):
            db.collection("a").document("b").get()  # AF104
            for one in db.collection("a").where("b", "==", 1).stream(): pass  # AF104
            await other.collection("a").document("b").get()
        """,
    "pymongo_chains": """
        from pymongo import AsyncMongoClient
        from pymongo.database import Database
        async def use(db: Database, other: AsyncMongoClient):
            for one in db.books.find({}).sort("a").limit(1): pass  # AF104
            db["books"].insert_one({})  # AF104
            async for one in other.db.books.find({}).sort("a"): pass
        """,
    "streamed_bodies": """
        import boto3
        client = boto3.client("s3")
        async def use(key: str):
            answer = client.get_object(Bucket="a", Key=key)  # AF110
            answer["ContentLength"] + 1
            answer["Body"].read()  # AF110
            client.get_waiter("object_exists").wait(Bucket="a", Key=key)  # AF110
        """,
    "resources_of_clients": """
        from google import genai
        from groq import AsyncGroq, Groq
        from mistralai import Mistral
        from together import Together
        async def use():
            Groq().chat.completions.create()  # AF102
            await AsyncGroq().chat.completions.create()
            Mistral(api_key="a").chat.complete()  # AF102
            await Mistral(api_key="a").chat.complete_async()
            Together().chat.completions.create()  # AF102
            genai.Client().models.generate_content()  # AF102
            await genai.Client().aio.models.generate_content()
        """,
    "faiss": """
        from langchain_community.vectorstores import FAISS
        async def use(embeddings, question: str):
            store = FAISS.load_local("a", embeddings)  # AF105
            store.similarity_search(question)  # AF102
            await store.asimilarity_search(question)
        """,
    "mysqlclient": """
        import MySQLdb
        async def use():
            cursor = MySQLdb.connect().cursor()  # AF104
            cursor.execute("a")  # AF104
        """,
    "accepted": """
        import socket
        async def use(server: socket.socket):
            connection, _ = server.accept()  # AF103
            connection.recv(1)  # AF103
        """,
    "uploads": """
        from fastapi import UploadFile
        async def use(upload: UploadFile):
            upload.file.read()  # AF105
            await upload.read()
        """,
    "anthropic_text": """
        from anthropic import Anthropic
        client = Anthropic()
        async def use():
            with client.messages.stream() as stream:  # AF102
                for text in stream.text_stream: pass  # AF102
            client.messages.batches.create()  # AF102
        """,
    "redis": """
        import redis
        async def use():
            redis.StrictRedis().get("a")  # AF104
            pipeline = redis.Redis().pipeline()
            pipeline.set("a", 1)
            pipeline.execute()  # AF104
            redis.Redis.from_url("redis://").get("a")  # AF104
        """,
    "redis_of_both_kinds": """
        import os
        import redis
        import redis.asyncio
        def connect(asynchronous):
            if asynchronous:
                return redis.asyncio.from_url("redis://")
            return redis.from_url("redis://")
        client = connect(os.environ.get("ASYNCHRONOUS"))
        async def use():
            await client.get("a")
            await client.pubsub().subscribe("a")
            async with client.lock("a"): pass
            client.set("a", 1)  # AF104
        """,
    "transformers": """
        import joblib
        from transformers import AutoModelForCausalLM, AutoTokenizer, pipeline
        models = {}
        def load():
            models["a"] = pipeline("a")
        class Model:
            def __init__(self):
                self.model = AutoModelForCausalLM.from_pretrained("a").to("cuda")
                self.tokenizer = AutoTokenizer.from_pretrained("a")
            async def use(self, text):
                self.model(1)  # AF108
                self.model.generate(1)  # AF108
                return self.tokenizer(text)
        async def use():
            models["a"]("text")  # AF108
            joblib.Parallel(n_jobs=2)([])  # AF106
        """,
    "azure_storage": """
        from azure.storage.blob import BlobServiceClient
        async def use(service: BlobServiceClient):
            container = service.get_container_client("a")
            container.get_blob_client("a").upload_blob(b"")  # AF110
            service.get_blob_client("a", "b").download_blob().readall()  # AF110
        """,
    "firestore_of_firebase": """
        import firebase_admin.firestore
        from google.cloud import firestore
        db = firestore.Client()
        other = firebase_admin.firestore.client()
        async def use():
            users = db.collection("users")
            users.document("a").get()  # AF104
            for user in users.where("a", "==", 1).limit(1).stream(): pass  # AF104
            other.collection("users").document("a").collection("b").add({})  # AF104
        """,
    "gspread": """
        import gspread
        sheet = gspread.service_account().open("a").sheet1
        async def use():
            sheet.append_row([])  # AF102
        """,
    "googleapiclient": """
        from googleapiclient.discovery import build
        service = build("drive", "v3")
        async def use():
            request = service.files().list(pageSize=1)
            request.execute()  # AF102
        """,
    "twilio": """
        from twilio.rest import Client
        client = Client("a", "b")
        async def use():
            client.messages.create(to="a")  # AF102
            client.messages("a").fetch()  # AF102
        """,
    "kafka": """
        from kafka import KafkaProducer
        producer = KafkaProducer()
        async def use():
            future = producer.send("a")  # AF110
            future.get(timeout=1)  # AF110
        """,
    "tenacity": """
        from tenacity import Retrying, stop_after_attempt, wait_fixed
        async def use(step):
            Retrying(stop=stop_after_attempt(2), wait=wait_fixed(1))(step)  # AF101
            Retrying(stop=stop_after_attempt(2))(step)
        """,
    "paramiko": """
        import paramiko
        async def use(client: paramiko.SSHClient):
            _, output, _ = client.exec_command("a")  # AF103
            output.read()  # AF103
        """,
    "genai": """
        from google import genai
        client = genai.Client()
        async def use():
            client.models.generate_content(model="a")  # AF102
            client.chats.create(model="a").send_message("a")  # AF102
            await client.aio.models.generate_content(model="a")
        """,
    "matplotlib": """
        import matplotlib.pyplot as plt
        def draw():
            figure, axes = plt.subplots()
            axes.plot([1])
            figure.savefig("a.png")
        async def use():
            draw()  # AF108
        """,
    "proxmoxer": """
        from proxmoxer import ProxmoxAPI
        async def use(proxmox: ProxmoxAPI):
            node = proxmox.nodes("a")
            node.qemu.get()  # AF102
            proxmox.nodes.get()  # AF102
        """,
    "celery_results": """
        from celery import Celery
        app = Celery("a")
        async def use():
            result = app.send_task("a")  # AF110
            result.get()  # AF110
        """,
    "langchain": """
        from langchain_anthropic import ChatAnthropic
        from langchain_chroma import Chroma
        from langchain_core.output_parsers import StrOutputParser
        from langchain_core.prompts import ChatPromptTemplate
        from langchain_core.runnables import RunnablePassthrough
        from langchain_community.document_loaders import PyPDFLoader
        model = ChatAnthropic(model="a")
        prompt = ChatPromptTemplate.from_messages([("human", "{a}")])
        retriever = Chroma().as_retriever()
        async def use():
            model.invoke("a")  # AF102
            model.bind_tools([]).invoke("a")  # AF102
            (prompt | model | StrOutputParser()).invoke({"a": 1})  # AF102
            ({"a": retriever, "b": RunnablePassthrough()} | prompt | model).invoke("a")  # AF102
            retriever.invoke("a")  # AF102
            PyPDFLoader("a.pdf").load()  # AF105
            prompt.invoke({"a": 1})
            await model.ainvoke("a")
            await (prompt | model).ainvoke({"a": 1})
        """,
    "langgraph": """
        from langgraph.graph import StateGraph
        builder = StateGraph(dict)
        graph = builder.compile()
        async def use():
            graph.invoke({})  # AF102
            await graph.ainvoke({})
        """,
    "docker": """
        import docker
        async def use():
            client = docker.from_env()  # AF102
            client.containers.run("a")  # AF102
            client.containers.get("a").stop()  # AF102
            for container in client.containers.list():  # AF102
                container.remove()  # AF102
        """,
    "openai_modules": """
        import openai
        async def use():
            openai.ChatCompletion.create(model="a")  # AF102
            openai.chat.completions.create(model="a")  # AF102
            await openai.ChatCompletion.acreate(model="a")
        """,
    "pillow": """
        from PIL import Image
        async def use():
            image = Image.new("RGB", (1, 1)).crop((0, 0, 1, 1))
            image.resize((2, 2)).convert("L").thumbnail((1, 1))  # AF108
            return image.size
        """,
    "resources": """
        from importlib import resources
        async def use():
            resources.files("a").joinpath("b").read_text()  # AF105
            (resources.files("a") / "b").name
        """,
    "zenpy": """
        from zenpy import Zenpy
        async def use(client: Zenpy):
            client.tickets(id=1)  # AF102
            client.tickets.update(None)  # AF102
        """,
    "cloudinary": """
        import cloudinary.uploader
        async def use():
            cloudinary.uploader.upload(b"a")  # AF102
        """,
    "supabase": """
        import supabase
        async def use(client: supabase.Client):
            query = client.table("a").select("*").eq("b", 1)
            query.limit(1).execute()  # AF104
            client.auth.get_user("a")  # AF104
        """,
    "psycopg2_pool": """
        import psycopg2.pool
        async def use(pool: psycopg2.pool.SimpleConnectionPool):
            connection = pool.getconn()  # AF104
            connection.commit()  # AF104
        """,
    "paho_publish": """
        import paho.mqtt.client as mqtt
        async def use(client: mqtt.Client):
            info = client.publish("a", "b")
            info.wait_for_publish()  # AF103
        """,
    "redis_lock": """
        import redis
        async def use(client: redis.Redis):
            lock = client.lock("a")
            with lock: pass  # AF104
        """,
    "pymongo": """
        import pymongo
        async def use(client: pymongo.MongoClient):
            client.shop.orders.find_one({})  # AF104
            client.admin.command("ping")  # AF104
            for order in client.shop.orders.find(): pass  # AF104
            client.get_database("shop").get_collection("orders").insert_one({})  # AF104
        async def fine(client: pymongo.AsyncMongoClient):
            await client.shop.orders.find_one({})
        """,
    "psycopg": """
        import psycopg
        async def use(connection: psycopg.Connection):
            with connection.cursor() as cursor:
                cursor.execute("select 1")  # AF104
        """,
    "pymysql": """
        import pymysql
        async def use():
            connection = pymysql.connect()  # AF104
            connection.commit()  # AF104
        """,
    "sqlalchemy_beside_sqlmodel": """
        import sqlmodel
        from sqlalchemy.orm import Session
        from sqlalchemy.orm.session import Session as Same
        async def use(session: Session, same: Same, other: sqlmodel.Session):
            session.scalars(1)  # AF104
            same.scalars(1)  # AF104
            other.exec(1)  # AF104
            other.scalars(1)  # AF104
        """,
    "selenium": """
        from selenium import webdriver
        async def use():
            driver = webdriver.Chrome()  # AF110
            driver.get("http://localhost")  # AF110
        """,
    "h2o": """
        from h2o.estimators.gbm import H2OGradientBoostingEstimator
        async def use():
            model = H2OGradientBoostingEstimator()
            model.train()  # AF103
            model.predict(1)  # AF103
        """,
    "instances_that_are_called": """
        import spacy
        from transformers import pipeline
        nlp = spacy.load("en")
        class Service:
            def __init__(self): self.classify = pipeline("text-classification")
            async def use(self, text):
                nlp(text)  # AF108
                self.classify(text)  # AF108
        """,
    "anthropic": """
        import anthropic
        async def use():
            with anthropic.Anthropic().messages.stream() as stream: pass  # AF102
        async def fine():
            async with anthropic.AsyncAnthropic().messages.stream() as stream: pass
        """,
    "csv": """
        import csv
        def lines(path):
            with open(path) as file:
                yield from file
        async def fine(text: str):
            for row in csv.reader(text.splitlines()): pass
            for row in csv.DictReader(text.splitlines()): pass
        async def use():
            for row in csv.reader(lines("a")): pass  # AF105
        """,
    "memory": """
        import io
        async def fine():
            text = io.StringIO()
            text.write("a")
            text.readlines()
            data = io.BytesIO(b"a")
            data.read()
        """,
    "abstract_files": """
        import io
        async def use(text: io.TextIOBase, raw: io.RawIOBase, buffered: io.BufferedIOBase):
            text.read()  # AF105
            raw.readinto(1)  # AF105
            buffered.write(b"a")  # AF105
        """,
    "commit_on_exit": """
        import sqlite3
        async def use(connection: sqlite3.Connection):
            with connection: pass  # AF104
        """,
    "consumers": """
        import time
        def slow():
            time.sleep(1)
            yield 1, 2
        async def use():
            dict(slow())  # AF101
            {}.update(slow())  # AF101
            b"".join(slow())  # AF101
            bytes(slow())  # AF101
        """,
    "loops": """
        import asyncio, time, uvloop
        def first(): time.sleep(1)  # AF101
        def second(): time.sleep(1)  # AF101
        def third(): time.sleep(1)
        async def use(base: asyncio.BaseEventLoop, fast: uvloop.Loop):
            base.call_later(1, first)
            fast.call_soon(second)
            fast.run_in_executor(None, third)
        """,
}


@pytest.mark.parametrize("name", IDIOMS)
def test_an_idiom(name: str) -> None:
    text = IDIOMS[name]
    lines = enumerate(text.splitlines(), 1)
    expected = {(number, code) for number, line in lines for code in re.findall(r"# (AF\d+)$", line)}
    assert _found(text) == expected


def test_iterating_over_memory_is_no_sink() -> None:
    text = """
        import csv, io
        async def fine(text: str):
            for line in io.StringIO(text): pass
            for row in csv.reader(io.StringIO(text)): pass
        """
    assert _found(text) == set()


def _found(text: str) -> set[tuple[int, str]]:
    """The lines and codes that are found in an indented text."""
    report = analyse((SourceFile("main.py", "main", ("if True:" + text).encode()),))
    assert not report.errors
    return {(finding.line, finding.code) for finding in report.findings}
