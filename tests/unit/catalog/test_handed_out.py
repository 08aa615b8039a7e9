"""Objects that no program makes itself: what another object of the library hands out blocks where it is used."""

from __future__ import annotations

import re

import pytest

from antifreeze.model.source import SourceFile
from cases import analyse

IDIOMS = {
    "drivers": """
        import clickhouse_driver.dbapi, cx_Oracle, databricks.sql, pg8000, pyodbc, redshift_connector, vertica_python
        from pyhive import hive
        async def odbc():
            with pyodbc.connect("a") as connection:  # AF104
                for row in connection.cursor().execute("a").fetchall(): pass  # AF104
                for row in connection.execute("a"): pass  # AF104
        async def others():
            connection = hive.connect("a")  # AF104
            connection.cursor().execute("a")  # AF104
            clickhouse_driver.dbapi.connect("a").cursor().execute("a")  # AF104
            with cx_Oracle.connect("a") as oracle, oracle.cursor() as cursor:  # AF104
                cursor.execute("a").fetchall()  # AF104
            with databricks.sql.connect() as bricks, bricks.cursor() as cursor:  # AF104
                for row in cursor.execute("a"): pass  # AF104
            legacy = pg8000.connect("a")  # AF104
            legacy.cursor().execute("a")  # AF104
            legacy.commit()  # AF104
            redshift = redshift_connector.connect()  # AF104
            redshift.cursor().execute("a").fetchall()  # AF104
            with vertica_python.connect() as vertica:  # AF104
                vertica.cursor().execute("a").fetchall()  # AF104
        async def received(legacy: pg8000.Connection):
            cursor = legacy.cursor()
            cursor.fetchall()
        """,
    "duckdb": """
        import duckdb
        async def use(path: str):
            duckdb.sql("a").df()  # AF104
            connection = duckdb.connect(path)  # AF104
            connection.execute("a").fetchall()  # AF104
            relation = connection.table("a").filter("b").limit(1)
            relation.to_parquet(path)  # AF104
        """,
    "clouds": """
        import botocore.client, botocore.session
        from google.auth import default
        from google.auth.transport.requests import Request
        from azure.core.polling import LROPoller
        from mypy_boto3_glue.client import GlueClient
        from mypy_boto3_s3 import S3Client, S3ServiceResource
        from mypy_boto3_s3.service_resource import Bucket
        from types_boto3_sqs.client import SQSClient
        async def annotated(
            one: "botocore.client.S3", two: GlueClient, three: S3Client, four: Bucket, five: SQSClient,
            six: S3ServiceResource,
        ):
            one.get_object(Bucket="a", Key="b")["Body"].read()  # AF110
            two.get_job_run(JobName="a")  # AF110
            for page in three.get_paginator("list_objects_v2").paginate(Bucket="a"): pass  # AF110
            four.upload_file("a", "b")  # AF110
            five.receive_message(QueueUrl="a")  # AF110
            for entry in six.Bucket("a").objects.all(): pass  # AF110
            three.generate_presigned_url("get_object")
        async def made():
            botocore.session.get_session().create_client("s3").get_object(Bucket="a")  # AF110
            credentials, _ = default()  # AF102
            credentials.refresh(Request())  # AF102
        """,
    "browsers": """
        from selenium import webdriver
        from selenium.webdriver import ActionChains
        from selenium.webdriver.support.ui import Select, WebDriverWait
        async def use(driver: webdriver.Chrome, located):
            driver.find_element("a", "b").send_keys("c")  # AF110
            for element in driver.find_elements("a", "b"):  # AF110
                element.find_element("a", "b").click()  # AF110
                element.text  # AF110
            WebDriverWait(driver, 10).until(located).click()  # AF110
            ActionChains(driver).move_to_element(driver.switch_to.active_element).click().perform()  # AF110
            driver.switch_to.alert.accept()  # AF110
            Select(driver.find_element("a", "b")).select_by_value("c")  # AF110
            driver.switch_to
        """,
    "queries": """
        import pykube
        from cassandra.cqlengine.models import Model
        from mongoengine import Document
        from pymongo import MongoClient
        class Row(Model): pass
        class Page(Document): pass
        async def use(api: pykube.HTTPClient, client: MongoClient):
            for pod in pykube.Pod.objects(api).filter(namespace="a"):  # AF102
                pod.delete()  # AF102
            pykube.Deployment.objects(api).get(name="a").scale(1)  # AF102
            pykube.Pod.objects(api).response  # AF102
            pykube.Pod.objects(api).filter(namespace="a")
            Row.objects(a=1).limit(1).first()  # AF104
            for row in Row.objects.filter(a=1): pass  # AF104
            Row.objects.filter(a=1)
            Page.objects.filter(a=1).count()  # AF104
            Page.objects.filter(a=1)
            with client.db.books.watch() as changes:  # AF104
                for change in changes: pass  # AF104
        """,
    "documents": """
        import pdfplumber, typesense
        from nbconvert.exporters.base import get_export_names, get_exporter
        from PIL import ImageFont
        async def use(path: str):
            with pdfplumber.open(path) as pdf:  # AF105
                pdf.pages[0].crop((0, 0, 1, 1)).extract_text()  # AF108
            get_exporter("html")  # AF105
            get_export_names()  # AF105
            ImageFont.load(path)  # AF105
            client = typesense.Client({})
            client.collections["a"].documents.search({})  # AF104
            client.collections["a"].documents["1"].retrieve()  # AF104
        """,
    "ports": """
        import paramiko, serial
        async def use(client: paramiko.SSHClient, port: str):
            line = serial.serial_for_url(port)  # AF110
            line.readline()  # AF110
            serial.serial_for_url(port, do_not_open=True)
            _, out, _ = client.exec_command("a")  # AF103
            for text in out: pass  # AF103
            out.channel.recv_exit_status()  # AF103
        """,
    "answers_of_errors": """
        import urllib.error
        async def use():
            try: pass
            except urllib.error.HTTPError as error:
                error.read()  # AF102
        """,
    "chains": """
        import boto3, torch, yfinance
        from celery import current_app
        from mongoengine import Document
        from opensearchpy import OpenSearch
        from playwright.sync_api import Page
        class Book(Document): pass
        async def use(page: Page, search: OpenSearch, net: torch.nn.Module):
            resource = boto3.resource("s3")  # AF110
            for entry in resource.Bucket("a").objects.filter(Prefix="b"):  # AF110
                entry.get()["Body"].read()  # AF110
            resource.meta.client.download_file("a", "b", "c")  # AF110
            yfinance.Ticker("a").info["b"]  # AF102
            yfinance.Tickers("a b").tickers["a"].history()  # AF102
            current_app.send_task("a")  # AF110
            Book.objects(a=1).first()  # AF104
            search.cat.indices()  # AF104
            page.locator("a").first.inner_text()  # AF110
            with page.expect_download(): pass  # AF110
            net.to("cuda")(1)  # AF108
            page.locator("a").first
            net.eval()
        """,
    "streams": """
        import openai, torchvision
        async def use(client: openai.OpenAI, picture):
            with client.responses.stream(model="a", input="b") as answer:  # AF102
                for event in answer: pass  # AF102
                answer.get_final_response()  # AF102
            with client.chat.completions.stream(model="a", messages=[]) as answer:  # AF102
                for event in answer: pass  # AF102
            torchvision.models.resnet50().eval()(picture)  # AF108
            client.responses.stream(model="a", input="b")
        """,
    "stores": """
        import atlassian, etcd3, lmdb, tweepy
        from django.core.cache import caches
        from kazoo.client import KazooClient
        from kombu import Connection
        from plumbum import local
        async def use(store: lmdb.Environment, keeper: KazooClient, broker: Connection, api: tweepy.API):
            with store.begin() as reading:
                reading.get(b"a")
            with store.begin(write=True) as writing:  # AF104
                writing.put(b"a", b"b")
            caches["a"].set("b", 1)  # AF110
            etcd3.client().get("a")  # AF102
            with keeper.Lock("/a"): pass  # AF107
            broker.SimpleQueue("a").get()  # AF110
            local["ls"]("a")  # AF106
            for tweet in tweepy.Cursor(api.search_tweets, q="a").items(3): pass  # AF102
            atlassian.Confluence("a").get_page_by_id(1)  # AF102
        """,
    "clusters": """
        import docker, pyarrow.fs
        from dask.distributed import Client
        from gensim.models import Word2Vec
        from vertexai.generative_models import GenerativeModel
        async def use(path: str):
            Client().submit(print).result()  # AF108
            Client().gather([])  # AF108
            later = await Client(asynchronous=True)
            await later.gather([])
            docker.DockerClient().swarm.init()  # AF102
            source = pyarrow.fs.S3FileSystem().open_input_file(path)  # AF105
            source.read()  # AF105
            words = Word2Vec.load(path)  # AF105
            words.wv.most_similar("a")  # AF108
            GenerativeModel("a").start_chat().send_message("b")  # AF102
            await GenerativeModel("a").generate_content_async("b")
        """,
    "long_operations": """
        import docker
        from azure.ai.documentintelligence import DocumentIntelligenceClient
        from azure.ai.documentintelligence.aio import DocumentIntelligenceClient as Later
        from azure.ai.textanalytics import TextAnalyticsClient
        async def use(now: DocumentIntelligenceClient, later: Later, texts: TextAnalyticsClient):
            poller = now.begin_analyze_document("a", b"")  # AF110
            poller.result()  # AF110
            poller = await later.begin_analyze_document("a", b"")
            await poller.result()
            texts.begin_extract_summary(["a"]).result()  # AF110
            for image in docker.from_env().images.list():  # AF102
                image.remove()  # AF102
        """,
}


@pytest.mark.parametrize("name", IDIOMS)
def test_what_is_handed_out(name: str) -> None:
    text = IDIOMS[name]
    lines = enumerate(text.splitlines(), 1)
    expected = {(number, code) for number, line in lines for code in re.findall(r"# (AF\d+)$", line)}
    report = analyse((SourceFile("main.py", "main", ("if True:" + text).encode()),))
    assert not report.errors
    assert {(finding.line, finding.code) for finding in report.findings} == expected
