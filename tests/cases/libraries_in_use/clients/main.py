"""What a client hands out asks its server where it is used: batches, pages, resources, engines, signatures of tasks."""
import boto3
import hvac
import stripe
import weaviate
from celery import Celery, chain, group
from git import Repo
from google.cloud import firestore
from notion_client import Client as Notion

NO_ORACLE = "needs the libraries"

app = Celery("shop")


@app.task
def add(a, b):
    return a + b


class Clients:
    def __init__(self):
        self.bucket = boto3.resource("s3").Bucket("b")
        self.queue = boto3.resource("sqs").get_queue_by_name(QueueName="q")
        self.vault = hvac.Client("x")
        self.repo = Repo(".")
        self.orders = firestore.Client().collection("orders").where("a", "==", 1)
        self.notion = Notion(auth="x")
        self.documents = weaviate.connect_to_local().collections.use("Document")


async def bad_resources(clients: Clients):
    for entry in clients.bucket.objects.filter(Prefix="x").limit(3):  # expect: AF110
        print(entry.key)
    clients.bucket.Object("x").put(Body=b"")  # expect: AF110
    for message in clients.queue.receive_messages():  # expect: AF110
        message.delete()  # expect: AF110


async def bad_canvas():
    group(add.s(1, 2), add.s(3, 4))().get()  # expect: AF110
    return (add.s(1, 2) | add.s(3)).apply_async().get()  # expect: AF110


async def bad_namespaces(clients: Clients):
    clients.vault.secrets.transit.encrypt_data("key", "text")  # expect: AF102
    clients.vault.sys.read_health_status()  # expect: AF102
    clients.repo.remotes.origin.fetch()  # expect: AF106
    clients.repo.git.checkout("main")  # expect: AF106
    clients.notion.blocks.children.list("x")  # expect: AF102
    clients.documents.query.near_text("x")  # expect: AF104
    stripe.StripeClient("x").v1.payment_intents.create({})  # expect: AF102


async def bad_aggregation(clients: Clients):
    return clients.orders.count().get()  # expect: AF110


async def ok_lazy(clients: Clients):
    work = chain(add.s(1, 2), add.s(3))
    return work, clients.bucket.objects.filter(Prefix="x"), clients.bucket.Object("x"), clients.orders.limit(3)
