"""Pages to talk with models: Chainlit and Gradio."""

from __future__ import annotations

import importlib
import os
import tempfile
from unittest import mock

import gradio
from harness import Maker, last, proves

os.environ["CHAINLIT_APP_ROOT"] = tempfile.mkdtemp()
chainlit = importlib.import_module("chainlit")

REQUIRES = ("chainlit", "gradio")


# Chainlit


@proves(
    "@chainlit.{on_app_startup,on_app_shutdown,on_logout,on_window_message,on_chat_start,on_chat_resume,"
    "set_chat_profiles,set_starters,on_chat_end,on_audio_start,on_audio_chunk,on_audio_end,author_rename,"
    "on_mcp_connect,on_mcp_disconnect,on_stop,action_callback,on_settings_update,password_auth_callback,"
    "header_auth_callback,oauth_callback,on_feedback,on_message,on_settings_edit,set_starter_categories,"
    "on_slack_reaction_added,on_shared_thread_view}"
)
async def chainlit_callback(make: Maker, name: str) -> None:
    code = importlib.import_module("chainlit.config").config.code
    decorator = getattr(chainlit, last(name))
    context, step = mock.MagicMock(), mock.MagicMock()
    context.emitter = context.session.emitter = mock.AsyncMock()
    step.return_value = mock.AsyncMock()
    if last(name) == "action_callback":
        decorator("probe")(make("argument"))
        await code.action_callbacks["probe"](1)
        return
    with (
        mock.patch("chainlit.utils.context", context),
        mock.patch("chainlit.callbacks.context", context),
        mock.patch("chainlit.callbacks.Step", step),
        mock.patch("chainlit.step.Step", step),
        mock.patch("chainlit.callbacks.get_configured_oauth_providers", return_value=["probe"]),
    ):
        decorator(make("argument=None"))
        await getattr(code, last(name))(mock.MagicMock())


@proves("chainlit.make_async(function=)")
async def chainlit_async(make: Maker, _name: str) -> None:
    with mock.patch("chainlit.sync.context_var", mock.MagicMock(), create=True):
        await chainlit.make_async(make(""))()


# Gradio


async def gradio_called(demo: gradio.Blocks) -> None:
    """Do what the first event of an interface does."""
    await demo.process_api(next(iter(demo.fns.values())), [])


@proves("gradio.Interface(fn=)")
async def gradio_interface(make: Maker, _name: str) -> None:
    await gradio_called(gradio.Interface(make("", "done"), None, "text"))


@proves("gradio.{Button.click,Blocks.load,Textbox.change}(fn=)")
async def gradio_event(make: Maker, name: str) -> None:
    kind, event = name.partition("(")[0].split(".")[1:]
    with gradio.Blocks() as demo:
        getattr(demo if kind == "Blocks" else getattr(gradio, kind)(), event)(make(""))
    await gradio_called(demo)


@proves("gradio.ChatInterface(fn=)")
async def gradio_chat(make: Maker, _name: str) -> None:
    chat = gradio.ChatInterface(make("message, history", "done"))
    await chat._submit_fn("hello", [])
