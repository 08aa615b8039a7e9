"""Secure shells, Bluetooth."""

from __future__ import annotations

import asyncio
from typing import Any

import asyncssh
from harness import LOOP, Maker, last, proves, read

REQUIRES = ("asyncssh", "bleak")


class Server(asyncssh.SSHServer):
    """A server that lets everybody in, by any means."""

    def begin_auth(self, _user: str) -> bool:
        return True

    def password_auth_supported(self) -> bool:
        return True

    def validate_password(self, _user: str, password: str) -> bool:
        if password == "old":
            raise asyncssh.PasswordChangeRequired("choose another")
        return password == "known"

    def change_password(self, _user: str, _old: str, _new: str) -> bool:
        return True

    def kbdint_auth_supported(self) -> bool:
        return True

    def get_kbdint_challenge(self, *_: object) -> Any:
        return ("", "", "", [("Password:", False)])

    def validate_kbdint_response(self, *_: object) -> bool:
        return True

    def public_key_auth_supported(self) -> bool:
        return True

    def validate_public_key(self, _user: str, _key: object) -> bool:
        return True

    def session_requested(self) -> Any:
        return ServerSession()

    def connection_requested(self, *_: object) -> Any:
        return lambda reader, writer: None

    def server_requested(self, *_: object) -> bool:
        return True


class ServerSession(asyncssh.SSHServerSession[str]):
    """A session that reads, and ends."""

    def connection_made(self, chan: Any) -> None:
        self.chan = chan

    def shell_requested(self) -> bool:
        return True

    def exec_requested(self, _command: str) -> bool:
        return True

    def session_started(self) -> None:
        self.chan.write("hello")

    def eof_received(self) -> bool:
        self.chan.write_eof()
        self.chan.exit(0)
        return False


class Client(asyncssh.SSHClient):
    """A client that knows its password, and changes it."""

    def password_auth_requested(self) -> str:
        return "known"

    def password_change_requested(self, *_: object) -> tuple[str, str]:
        return ("old", "known")

    def validate_host_public_key(self, *_: object) -> bool:
        return True


def _with(base: type, wanted: str, make: Maker, name: str) -> type:
    """A class that notes where the method runs that is to be proved; it does what its base does, too."""
    if wanted not in name:
        return base
    old = getattr(base, last(name))
    noted = make("*args")

    def call(self: Any, *args: object) -> Any:
        outcome = noted(*args)
        if asyncio.iscoroutine(outcome):

            async def both() -> Any:
                await outcome
                return old(self, *args)

            return both()
        return old(self, *args)

    return type("Probe", (base,), {last(name): call})


SERVER = (
    "connection_made,connection_lost,begin_auth,auth_completed,validate_public_key,validate_password,change_password,"
    "get_kbdint_challenge,validate_kbdint_response,session_requested,connection_requested,server_requested"
)


@proves(f"asyncssh.SSHServer.{{{SERVER}}}")
@proves(
    "asyncssh.SSHClient.{connection_made,connection_lost,validate_host_public_key,password_auth_requested,"
    "auth_completed,kbdint_auth_requested,public_key_auth_requested}"
)
@proves(
    "asyncssh.SSHServerSession.{connection_made,connection_lost,data_received,eof_received,shell_requested,"
    "exec_requested,session_started,pty_requested}"
)
@proves("asyncssh.SSHClientSession.{connection_made,connection_lost,data_received,eof_received,session_started}")
@proves("asyncssh.SSHClientSession.{exit_status_received}")
async def shell(make: Maker, name: str) -> None:
    session = _with(ServerSession, ".SSHServerSession.", make, name)
    served = _with(Server, ".SSHServer.", make, name)
    if last(name) != "session_requested":
        served.session_requested = lambda _self: session()  # type: ignore[attr-defined]
    client = _with(Client, ".SSHClient.", make, name)
    key = asyncssh.generate_private_key("ssh-ed25519")
    server = await asyncssh.create_server(served, "127.0.0.1", 0, server_host_keys=[key])
    means = _means(last(name), key)
    try:
        connection, _ = await asyncssh.create_connection(
            client, "127.0.0.1", server.get_port(), username="probe", **means
        )
        await _used(connection, name, make)
        connection.close()
        await connection.wait_closed()
    finally:
        await asyncio.sleep(0.1)
        server.close()


def _means(method: str, key: Any) -> dict[str, Any]:
    """How the client says who it is."""
    known = ([], [], []) if method == "validate_host_public_key" else None
    given: dict[str, Any] = {"client_keys": None, "agent_path": None, "known_hosts": known}
    if method in ("validate_public_key", "public_key_auth_requested"):
        return {**given, "client_keys": [key] if method == "validate_public_key" else ()}
    if "kbdint" in method:
        return {**given, "preferred_auth": "keyboard-interactive", "password": "known"}
    if method == "password_auth_requested":
        return given
    return {**given, "preferred_auth": "password", "password": "old" if method == "change_password" else "known"}


async def _used(connection: Any, name: str, make: Maker) -> None:
    """Do on a connection what calls the method."""
    if last(name) == "connection_requested":
        await connection.open_connection("127.0.0.1", 9)
        return
    if last(name) == "server_requested":
        await connection.forward_remote_port("127.0.0.1", 0, "127.0.0.1", 9)
        return

    class Reading(asyncssh.SSHClientSession[str]):
        pass

    kind = _with(Reading, ".SSHClientSession.", make, name)
    more = {"term_type": "xterm"} if last(name) == "pty_requested" else {}
    channel, _ = await connection.create_session(kind, "probe" if last(name) == "exec_requested" else None, **more)
    channel.write("hello")
    channel.write_eof()
    await asyncio.sleep(0.1)
    channel.close()


read(
    LOOP, "bleak/backends/bluezdbus/client.py:BleakClientBlueZDBus.start_notify",
    "self._notification_callbacks[char_path] = callback", "bleak.BleakClient.start_notify(callback=)",
)  # fmt: skip
read(
    LOOP, "bleak/backends/bluezdbus/client.py:BleakClientBlueZDBus._on_disconnected", "self._disconnected_callback()",
    "bleak.BleakClient(disconnected_callback=)",
)  # fmt: skip
read(
    LOOP, "bleak/backends/bluezdbus/manager.py:BlueZManager._run_advertisement_callbacks",
    "callback(device_path, device.copy())", "bleak.BleakScanner(detection_callback=)",
)  # fmt: skip
