"""Queues of tasks, test runners and views that run plain functions where no loop runs, or in a thread."""

from __future__ import annotations

import sys
import tempfile
import types
from pathlib import Path
from typing import Any

import dramatiq
import dramatiq.brokers.stub
import dramatiq.middleware.asyncio
import pytest
from harness import Maker, last, note, proves
from taskiq import InMemoryBroker, TaskiqDepends, TaskiqEvents, TaskiqMiddleware

REQUIRES = ("taskiq", "dramatiq", "pytest-asyncio", "django")


@proves("@taskiq.AsyncBroker.task", "taskiq.TaskiqDepends(dependency=)", "@taskiq.AsyncBroker.on_event")
@proves("taskiq.AsyncBroker.add_event_handler(handler=)")
@proves("taskiq.TaskiqMiddleware.{pre_send,post_send,pre_execute,post_execute,post_save,on_error,startup,shutdown}")
async def taskiq_run(make: Maker, name: str) -> None:
    broker = InMemoryBroker()

    async def use() -> None:
        if "on_error" in name:
            raise KeyError

    if last(name) == "TaskiqDepends":

        async def use(needed: Any = TaskiqDepends(make(""))) -> None:  # noqa: B008
            pass
    elif last(name) == "task":
        use = make("")
    elif last(name) == "on_event":
        broker.on_event(TaskiqEvents.CLIENT_STARTUP)(make("state"))
    elif last(name) == "add_event_handler":
        broker.add_event_handler(TaskiqEvents.CLIENT_STARTUP, make("state"))
    else:
        taken = "message" if last(name).startswith("pre") else None
        function = make("self, *args") if taken is None else _passing(make)
        broker.add_middlewares(type("Probe", (TaskiqMiddleware,), {last(name): function})())
    task = broker.task(use)
    await broker.startup()
    await (await task.kiq()).wait_result(timeout=5)
    await broker.shutdown()


def _passing(make: Maker) -> Any:
    """A method that notes where it runs, and gives back the message that it is given."""
    if make.kind == "def":
        return lambda _self, message: (note(), message)[1]

    async def give_back(_self: object, message: object) -> object:
        note()
        return message

    return give_back


@proves("@dramatiq.actor")
def dramatiq_actor(make: Maker, _name: str) -> None:
    broker = dramatiq.brokers.stub.StubBroker()
    broker.add_middleware(dramatiq.middleware.asyncio.AsyncIO())
    dramatiq.set_broker(broker)
    actor = dramatiq.actor(make(""))
    worker = dramatiq.Worker(broker)
    worker.start()
    actor.send()
    broker.join(actor.queue_name)
    worker.join()
    worker.stop()


@proves("@pytest.fixture", "a test of pytest-asyncio")
def pytest_fixture(make: Maker, name: str) -> None:
    folder = Path(tempfile.mkdtemp())
    (folder / "test_probe.py").write_text(
        f"""
import sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
import harness
import pytest, pytest_asyncio
@{"pytest" if make.kind == "def" else "pytest_asyncio"}.fixture
{make.kind} needed():
    {"harness.note()" if "fixture" in name else "pass"}
{make.kind} test_probe(needed):
    {"pass" if "fixture" in name else "harness.note()"}
""",
        encoding="utf-8",
    )
    pytest.main([str(folder), "-q", "-o", "asyncio_mode=auto", "-p", "no:cacheprovider"])


def django_ready() -> None:
    """Set up Django with this module's routes."""
    import django
    from django.conf import settings as configured

    routes = types.ModuleType("probe_routes")
    routes.urlpatterns = []  # type: ignore[attr-defined]
    sys.modules["probe_routes"] = routes
    configured.configure(ROOT_URLCONF="probe_routes", ALLOWED_HOSTS=["*"], DATABASES={})
    django.setup()


@proves("django.urls.path(view=)")
async def django_view(make: Maker, _name: str) -> None:
    django_ready()
    from django.http import HttpResponse
    from django.test import AsyncClient
    from django.urls import path

    sys.modules["probe_routes"].urlpatterns.append(path("", make("request", HttpResponse("done"))))
    await AsyncClient().get("/")


@proves("django.dispatch.Signal.connect(receiver=)")
async def django_signal(make: Maker, _name: str) -> None:
    django_ready()
    from django.dispatch import Signal

    signal, function = Signal(), make("**kwargs")
    signal.connect(function)
    await signal.asend(None)
