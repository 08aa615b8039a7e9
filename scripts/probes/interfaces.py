"""User interfaces: Textual and NiceGUI."""

from __future__ import annotations

import asyncio
import itertools
from typing import Any
from unittest import mock

import fastapi
import textual
import textual.app
import textual.message
import textual.reactive
import textual.screen
import textual.validation
import textual.widget
import textual.widgets
from fastapi.testclient import TestClient
from harness import Maker, last, proves
from nicegui import Client, app, events, run, ui
from nicegui.elements.upload_files import SmallFileUpload
from textual.strip import Strip

REQUIRES = ("textual", "nicegui", "httpx")


# Textual


class Said(textual.message.Message):
    """A message."""


async def shown(members: dict[str, Any], use: Any = None) -> None:
    """Run an application that has these members, without a terminal."""
    kind = type("Page", (textual.app.App,), members)
    async with kind().run_test() as pilot:
        await pilot.pause()
        if use is not None:
            outcome = use(pilot.app, pilot)
            if asyncio.iscoroutine(outcome):
                await outcome
        await pilot.pause(0.1)


@proves("textual.message_pump.MessagePump.{on_*,_on_*}")
async def textual_message(make: Maker, name: str) -> None:
    await shown({last(name).replace("*", "said"): make("self")}, lambda app, _pilot: app.post_message(Said()))


@proves("textual.dom.DOMNode.{watch_*,_watch_*,validate_*,compute_*}")
async def textual_reactive(make: Maker, name: str) -> None:
    def use(app: Any, _pilot: object) -> None:
        app.number = 2

    taken = "self" if "compute" in name else "self, *args"
    members = {"number": textual.reactive.reactive(1), last(name).replace("*", "number"): make(taken, 3)}
    await shown(members, None if "compute" in name else use)


@proves("textual.dom.DOMNode.{action_*,key_*,check_action}")
async def textual_key(make: Maker, name: str) -> None:
    members = {"BINDINGS": [("a", "probe", "Probe")], "action_probe": lambda _self: None}
    member = {"action_*": "action_probe", "key_*": "key_b"}.get(last(name), last(name))
    members[member] = make("self, *args", True)
    await shown(members, lambda _app, pilot: pilot.press("a", "b"))


@proves("textual.widget.Widget.{compose,render,render_line,render_lines}", "textual.app.App.compose")
async def textual_drawn(make: Maker, name: str) -> None:
    drawn: dict[str, Any] = {
        "compose": [], "render": "hello", "render_line": Strip.blank(10), "render_lines": [Strip.blank(10)] * 24,
    }  # fmt: skip
    function = make("self, *args", drawn[last(name)])
    if ".App." in name:
        await shown({"compose": function})
        return
    kind = type("Part", (textual.widget.Widget,), {last(name): function})
    await shown({"compose": lambda _self: [kind()]})


@proves("@textual.on")
async def textual_on(make: Maker, _name: str) -> None:
    members = {"said": textual.on(Said)(make("self"))}
    await shown(members, lambda app, _pilot: app.post_message(Said()))


@proves("textual.message_pump.MessagePump.{call_later,call_next,call_after_refresh}(callback=)")
async def textual_later(make: Maker, name: str) -> None:
    await shown({}, lambda app, _pilot: getattr(app, last(name))(make("")) and None)


@proves("textual.app.App.call_from_thread(callback=)")
async def textual_from_thread(make: Maker, _name: str) -> None:
    async def use(app: Any, _pilot: object) -> None:
        await asyncio.to_thread(app.call_from_thread, make(""))

    await shown({}, use)


@proves("textual.message_pump.MessagePump.{set_timer,set_interval}(callback=)")
async def textual_timer(make: Maker, name: str) -> None:
    await shown({}, lambda app, _pilot: getattr(app, last(name))(0.01, make("")) and None)


@proves("textual.dom.DOMNode.watch(callback=)")
async def textual_watch(make: Maker, _name: str) -> None:
    await shown({}, lambda app, _pilot: app.watch(app, "title", make("title")))


@proves("textual.app.App.push_screen(callback=)")
async def textual_screen(make: Maker, _name: str) -> None:
    async def use(app: Any, pilot: Any) -> None:
        screen = textual.screen.ModalScreen()
        app.push_screen(screen, make("result"))
        await pilot.pause()
        screen.dismiss(1)

    await shown({}, use)


@proves("textual.validation.Validator.validate", "textual.validation.Function(function=)")
async def textual_validator(make: Maker, name: str) -> None:
    kind = type("Probe", (textual.validation.Validator,), {"validate": make("self, value")})
    validator = textual.validation.Function(make("value", True)) if "Function" in name else kind()
    field = textual.widgets.Input(validators=[validator])

    async def use(_app: object, pilot: Any) -> None:
        field.focus()
        await pilot.press("a")

    await shown({"compose": lambda _self: [field]}, use)


@proves("textual.work(method=)")
async def textual_work(make: Maker, _name: str) -> None:
    worker = textual.work(thread=make.kind == "def")(make("self"))
    await shown({"probe": worker}, lambda app, _pilot: app.probe() and None)


@proves("textual.dom.DOMNode.run_worker(work=)")
async def textual_worker(make: Maker, _name: str) -> None:
    await shown({}, lambda app, _pilot: app.run_worker(make(""), thread=make.kind == "def") and None)


# NiceGUI


_numbers = itertools.count()


def on_page(use: Any) -> None:
    """Build a page, as a request for it does."""
    path = f"/probe{next(_numbers)}"

    @ui.page(path)
    async def page() -> None:
        outcome = use()
        if asyncio.iscoroutine(outcome):
            await outcome
        await asyncio.sleep(0.05)

    requested(path)


def requested(path: str) -> None:
    """Start NiceGUI, ask for a page, and end it."""
    served = fastapi.FastAPI()
    ui.run_with(served)
    with mock.patch.object(Client, "connected", mock.AsyncMock()), TestClient(served) as client:
        client.get(path)


def happened(element: Any) -> None:
    """Do what the browser's word of an event does."""
    for number in list(element._event_listeners):
        element._handle_event({"listener_id": number, "args": {}})


@proves("@nicegui.ui.page")
def nicegui_page(make: Maker, _name: str) -> None:
    path = f"/probe{next(_numbers)}"
    ui.page(path)(make(""))
    requested(path)


@proves("@nicegui.ui.{refreshable,refreshable_method}")
def nicegui_refreshable(make: Maker, name: str) -> None:
    if last(name) == "refreshable":
        on_page(ui.refreshable(make("")))
    else:
        on_page(type("Part", (), {"draw": ui.refreshable_method(make("self"))})().draw)


@proves("nicegui.app.{on_connect,on_disconnect,on_startup,on_shutdown,on_exception}(handler=)")
@proves("@nicegui.app.{on_connect,on_disconnect,on_startup,on_shutdown,on_exception}")
def nicegui_lifecycle(make: Maker, name: str) -> None:
    getattr(app, last(name))(make(""))

    def use() -> None:
        client = ui.context.client
        if last(name) == "on_exception":
            app.handle_exception(KeyError())
        for handler in (*app._connect_handlers, *app._disconnect_handlers):
            client.safe_invoke(handler)

    on_page(use)


@proves("nicegui.{ui,app}.timer(callback=)")
def nicegui_timer(make: Maker, name: str) -> None:
    on_page(lambda: (ui if "ui." in name else app).timer(0.01, make(""), once=True) and None)


@proves("nicegui.element.Element.on(handler=)")
def nicegui_on(make: Maker, _name: str) -> None:
    on_page(lambda: happened(ui.label("probe").on("click", make(""))))


@proves("nicegui.ui.{button,dropdown_button,chip,menu_item,item,fab_action}(on_click=)")
@proves("nicegui.ui.{button,dropdown_button}.on_click(callback=)")
def nicegui_click(make: Maker, name: str) -> None:
    def use() -> None:
        if name.endswith(".on_click(callback=)"):
            happened(getattr(ui, name.split(".")[2])("probe").on_click(make("")))
        elif last(name) == "fab_action":
            with ui.fab("navigation"):
                happened(ui.fab_action("train", on_click=make("")))
        else:
            happened(getattr(ui, last(name))("probe", on_click=make("")))

    on_page(use)


VALUES: dict[str, tuple[tuple[Any, ...], Any]] = {
    "knob": ((0,), 1), "number": ((), 1), "pagination": ((1, 9), 2), "radio": (([1, 2],), 2), "rating": ((), 2),
    "select": (([1, 2],), 2), "toggle": (([1, 2],), 2), "splitter": ((), 9), "checkbox": ((), True),
    "switch": ((), True), "dark_mode": ((), True), "input_chips": ((), ["x"]), "chip": ((), False),
    "expansion": ((), True), "fullscreen": ((), True), "dropdown_button": ((), True), "time": ((), "10:00"),
    "date": ((), "2030-01-01"), "date_input": ((), "2030-01-01"), "time_input": ((), "10:00"),
}  # fmt: skip
"""What some elements are made with, and another value for them."""


@proves(
    "nicegui.ui.{checkbox,color_input,dark_mode,date,date_input,editor,input,input_chips,knob,number,pagination,"
    "radio,range,rating,select,slider,splitter,switch,tabs,tab_panels,textarea,time,time_input,toggle}(on_change=)"
)
@proves("nicegui.ui.{carousel,chip,expansion,fullscreen,stepper,dropdown_button}(on_value_change=)")
@proves("nicegui.element.Element.on_value_change(callback=)")
def nicegui_change(make: Maker, name: str) -> None:
    kind, keyword = last(name), name.partition("(")[2].rstrip("=)")

    def use() -> None:
        if kind == "on_value_change":
            ui.input().on_value_change(make("")).value = "x"
            return
        limits = {"min": 0, "max": 9} if kind in ("range", "slider") else {}
        given, value = VALUES.get(kind, ((), {"min": 1, "max": 2} if kind == "range" else 3 if limits else "x"))
        getattr(ui, kind)(*given, **limits, **{keyword: make("")}).value = value

    on_page(use)


@proves("nicegui.ui.{table,tree}(on_select=)", "nicegui.ui.tree({on_expand,on_tick}=)")
@proves("nicegui.ui.keyboard(on_key=)", "nicegui.ui.upload(on_upload=)")
def nicegui_other(make: Maker, name: str) -> None:
    keyword = name.partition("(")[2].rstrip("=)")

    async def use() -> None:
        if last(name) == "upload":
            upload = ui.upload(on_upload=make(""))
            for handler in upload._upload_handlers:
                file = SmallFileUpload("probe", "text/plain", b"")
                events.handle_event(
                    handler, events.UploadEventArguments(sender=upload, client=ui.context.client, file=file)
                )
            return
        first = {"tree": ([{"id": 1}],), "table": ()}.get(last(name), ())
        rows = {"rows": [{"name": 1}], "row_key": "name"} if last(name) == "table" else {}
        element = getattr(ui, last(name))(*first, **rows, **{keyword: make("")})
        told = {
            "table": {"added": True, "rows": [{"name": 1}], "keys": [1]},
            "keyboard": dict.fromkeys(("action", "key", "code", "altKey", "ctrlKey", "metaKey", "shiftKey"), "a")
            | {"repeat": False, "location": 0, "action": "keydown"},
        }
        for number in list(element._event_listeners):
            element._handle_event({"listener_id": number, "args": told.get(last(name), 1)})

    on_page(use)


@proves("nicegui.run.io_bound(callback=)")
def nicegui_thread(make: Maker, _name: str) -> None:
    on_page(lambda: run.io_bound(make("")))


@proves("nicegui.run.cpu_bound(callback=)")
def nicegui_process(_make: Maker, _name: str) -> None:
    from harness import note

    run.setup()
    on_page(lambda: run.cpu_bound(note))
