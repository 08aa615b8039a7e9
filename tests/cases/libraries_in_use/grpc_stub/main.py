"""The members of a generated stub are remote calls, which block where its channel is not of grpc.aio."""
import asyncio

import chat_pb2_grpc
import grpc

NO_ORACLE = "needs a generated module"


class Client:
    def __init__(self, target):
        self.stub = chat_pb2_grpc.ChatStub(grpc.insecure_channel(target))

    async def say(self, text):
        self.stub.Say(text)  # expect: AF103
        await asyncio.to_thread(self.stub.Say, text)


class AsyncClient:
    def __init__(self, target):
        self.stub = chat_pb2_grpc.ChatStub(grpc.aio.insecure_channel(target))

    async def say(self, text):
        await self.stub.Say(text)
        call = self.stub.Say(text)
        await call


class Made:
    """As protoc writes it: what a call is depends on the channel that the stub is made with."""

    def __init__(self, channel):
        self.Say = channel.unary_unary("Say")


class Both:
    def __init__(self, target):
        self.stub = Made(grpc.insecure_channel(target))
        self.aio_stub = Made(grpc.aio.insecure_channel(target))

    async def say(self, text):
        self.stub.Say(text)  # expect: AF103
        await self.aio_stub.Say(text)


def new_channel(target, aio):
    start = grpc.aio if aio else grpc
    return start.insecure_channel(target)


class Either:
    def __init__(self, target):
        self.aio_stub = Made(new_channel(target, True))

    async def say(self, text):
        await self.aio_stub.Say(text)
