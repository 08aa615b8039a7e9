"""A remote method that streams is waited for where its answers are iterated; one call's future where it is asked."""
import grpc
import httpx
from google.cloud import storage

NO_ORACLE = "needs grpcio, httpx and google-cloud-storage"


class Client:
    def __init__(self, target):
        channel = grpc.intercept_channel(grpc.insecure_channel(target))
        self.get = channel.unary_unary("shop.Get")
        self.watch = channel.unary_stream("shop.Watch")
        self.chat = channel.stream_stream("shop.Chat")


async def bad_streams(client: Client):
    for event in client.watch(b"x"):  # expect: AF103
        print(event)
    return list(client.chat(iter([b"x"]))), next(client.watch(b"x"))  # expect: AF103


async def bad_future(client: Client):
    return client.get.future(b"x").result()  # expect: AF103


async def ok_made(client: Client):
    return client.watch(b"x"), client.get.future(b"x")


def answer(request):
    return httpx.Response(200)


class Web:
    def __init__(self):
        self.real = httpx.Client(base_url="https://example.org")
        self.fake = httpx.Client(transport=httpx.MockTransport(answer))


async def bad_http(web: Web):
    return web.real.get("/")  # expect: AF102


async def ok_http(web: Web):
    with httpx.Client(transport=httpx.MockTransport(answer)) as client:
        return client.get("/"), web.fake.get("/")




async def bad_signing(blob: storage.Blob, token):
    return blob.generate_signed_url(expiration=3, access_token=token, service_account_email="a@example.org")  # expect: AF110


async def ok_signing(blob: storage.Blob):
    return blob.generate_signed_url(version="v4", expiration=3)
