"""See the loop freeze: a service on uvicorn, a steady load, and a health check as a load balancer does it.

    python -m pip install fastapi uvicorn
    python examples/death_spiral/run.py [--output death_spiral.svg] [--seconds 8] [--rate 20]

Runs the service twice on the loopback interface, with the blocking call and with the fix that antifreeze proposes,
each for some seconds and with a fixed number of requests, prints what happened beside what the arithmetic predicts, and
draws it. The status is 1 where the fix did not help.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from draw import drawn

HERE = Path(__file__).resolve().parent
HOST = "127.0.0.1"
HELD = 0.1
"""Seconds that the service's helper holds the loop (SECONDS in service.py)."""
HEALTH_EVERY, HEALTH_TIMEOUT = 0.5, 1.0
PATIENCE = 10.0
"""Seconds after the last request within which everything ends."""


@dataclass
class Outcome:
    """What one run measured; times count from its start."""

    latencies: list[tuple[float, float]] = field(default_factory=list)
    """When a request was sent, and how long its answer took."""
    waiting: list[tuple[float, int]] = field(default_factory=list)
    """How many requests were unanswered, twenty times a second."""
    health: list[tuple[float, bool]] = field(default_factory=list)
    """Each health check, and whether it was answered in time."""


async def get(port: int, path: str) -> bool:
    """One request on a connection of its own; whether it was answered."""
    try:
        reader, writer = await asyncio.open_connection(HOST, port)
        writer.write(f"GET {path} HTTP/1.1\r\nHost: {HOST}\r\nConnection: close\r\n\r\n".encode())
        answer = await reader.read()
        writer.close()
    except OSError:
        return False
    return answer.startswith(b"HTTP/1.1 200")


async def measure(port: int, rate: float, seconds: float) -> Outcome:
    """Send requests at a steady rate, whether they are answered or not, and watch."""
    outcome, start, unanswered = Outcome(), time.perf_counter(), 0

    async def ask() -> None:
        nonlocal unanswered
        unanswered += 1
        sent = time.perf_counter()
        await get(port, "/price")
        unanswered -= 1
        outcome.latencies.append((sent - start, time.perf_counter() - sent))

    async def check() -> None:
        asked = time.perf_counter()
        try:
            well = await asyncio.wait_for(get(port, "/health"), HEALTH_TIMEOUT)
        except asyncio.TimeoutError:
            well = False
        outcome.health.append((asked - start, well))

    async def every(period: float, act) -> None:
        for number in range(int(seconds / period)):
            await asyncio.sleep(max(0.0, start + number * period - time.perf_counter()))
            act()

    tasks: list[asyncio.Task[None]] = []
    await asyncio.gather(
        every(1 / rate, lambda: tasks.append(asyncio.create_task(ask()))),
        every(HEALTH_EVERY, lambda: tasks.append(asyncio.create_task(check()))),
        every(0.05, lambda: outcome.waiting.append((time.perf_counter() - start, unanswered))),
    )
    _, late = await asyncio.wait(tasks, timeout=PATIENCE)
    for task in late:
        task.cancel()
    await asyncio.gather(*late, return_exceptions=True)
    return outcome


def serve(mended: bool) -> tuple[subprocess.Popen[bytes], int]:
    """The service on a free port of the loopback interface."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "uvicorn", "service:app", "--host", HOST, "--port", str(port)]
    environment = {**os.environ, "MENDED": "1" if mended else ""}
    server = subprocess.Popen([*command, "--log-level", "warning"], cwd=HERE, env=environment)
    for _ in range(200):
        with socket.socket() as client:
            if client.connect_ex((HOST, port)) == 0:
                return server, port
        time.sleep(0.05)
    server.kill()
    raise SystemExit("the service does not start: are fastapi and uvicorn installed?")


def run(mended: bool, rate: float, seconds: float) -> Outcome:
    """One run from start to end; the service is ended whatever happens."""
    server, port = serve(mended)
    try:
        return asyncio.run(measure(port, rate, seconds))
    finally:
        server.send_signal(signal.SIGTERM)
        try:
            server.wait(3)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def failures(outcome: Outcome) -> int:
    """How many health checks failed."""
    return sum(not well for _, well in outcome.health)


def told(name: str, outcome: Outcome) -> str:
    """A run in one line."""
    times = sorted(latency for _, latency in outcome.latencies)
    return (
        f"{name:<9} {len(times):>4} requests answered, median {times[len(times) // 2]:.2f} s, worst {times[-1]:.2f} s; "
        f"at most {max(count for _, count in outcome.waiting)} waiting; "
        f"{failures(outcome)} of {len(outcome.health)} health checks failed"
    )


def main() -> int:
    """Run both, tell, draw."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=Path, default=Path("death_spiral.svg"))
    parser.add_argument("--seconds", type=float, default=8.0)
    parser.add_argument("--rate", type=float, default=20.0, help="requests a second")
    given = parser.parse_args()
    seconds, rate = min(given.seconds, 12.0), min(given.rate, 50.0)
    growth = max(0.0, rate - 1 / HELD)
    print(f"predicted: saturated from {1 / HELD:g} requests a second; at {rate:g}, {growth:g} more wait each second")
    blocking, mended = run(False, rate, seconds), run(True, rate, seconds)
    print(told("blocking", blocking))
    print(told("mended", mended))
    given.output.write_text(drawn(blocking, mended, growth, seconds), encoding="utf-8")
    print(f"wrote {given.output}")
    return 0 if failures(mended) < failures(blocking) else 1


if __name__ == "__main__":
    sys.exit(main())
