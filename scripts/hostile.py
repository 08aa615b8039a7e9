"""Feed antifreeze what nobody wrote to be analysed: `python scripts/hostile.py --inputs 100000 [FOLDER...]`.

Mutated bytes of real files (those below the folders; by default antifreeze's own) and generated shapes: deep, long,
wide, cyclic. Each input is analysed and, where it has findings, mended, in this process. Whatever is raised is
printed with the input that did it, and makes the script fail; so does an input that takes longer than its bound.
"""

from __future__ import annotations

import argparse
import importlib
import itertools
import random
import resource
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from antifreeze.catalog.packaged import load_packaged
from antifreeze.engine import Ports, Request, check
from antifreeze.fix.plan import plan_file
from antifreeze.mending import Summaries
from antifreeze.model.source import SourceFile
from antifreeze.present import Style, formats, render
from antifreeze.store.stubs import read_stub

ROOT = Path(__file__).resolve().parent.parent
SECONDS = 20.0
"""How much processor time any one input may take."""
SHOWN, LARGEST = 100_000, 20_000
"""How long an input may be to be printed, and a file to be changed."""

_BATCH = 200
"""How many programs are written at a time."""

_NAMES = "\u017f = 1\nasync def \ufb01(\u00aa): return \u00aa.\U0001d427\U0001d41a\U0001d426\U0001d41e()\n"

_PIECES = (
    b"\0", b"\xff", b"\xef\xbb\xbf", b"# coding: utf-16\n", b"# coding: nonsense\n", b"\r", b"\f", b"\t", b"\\\n",
    b"(", b")", b"async def f():\n", b"await ", b"yield ", b"lambda: ", b"'''", b"f'{", b"}'", b"import *\n",
    b"from . import *\n", b":=", b"*", b"**", b"@", b"class A(A): pass\n", b"del x\n", b"global x\n", b"nonlocal x\n",
    b"match x:\n", b" case _:\n", b"return ", b"\xe2\x80\xae", "ünïcode".encode(), b"time.sleep(1)\n",
    b"open(x).read()\n", b"with open(x) as f:\n", b"# antifreeze: ignore", b"# antifreeze: blocking\n", b"0" * 5000,
    b"if x: ", b"else: ", b"try:\n", b"except* E:\n",
)  # fmt: skip


def main() -> int:
    """Try all inputs; 1 if one of them failed."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folders", nargs="*", type=Path, default=[ROOT / "src", ROOT / "tests" / "cases"])
    arguments.add_argument("--inputs", type=int, default=2000)
    arguments.add_argument("--written", type=int, default=0, metavar="N", help="programs that hypothesmith writes")
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    ports = Ports(read_stub, load_packaged, memory=Summaries())
    failed, slowest, start = 0, (0.0, ""), time.perf_counter()
    count = 0
    for name, content in itertools.chain(shapes(), written(given.written, given.seed), mutants(given)):
        count += 1
        began = time.process_time()
        if not survives(name, {"main.py": content}, ports):
            failed += 1
        slowest = max(slowest, (time.process_time() - began, name))
        if count % 500 == 0:
            ports = Ports(read_stub, load_packaged, memory=Summaries())
            print(f"{count} inputs so far, {failed} failed, slowest {slowest[0]:.1f} s ({slowest[1]})", flush=True)
    for name, files in programs():
        count += 1
        began = time.process_time()
        failed += not survives(name, files, ports)
        slowest = max(slowest, (time.process_time() - began, name))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{count} inputs, {failed} failed, {time.perf_counter() - start:.0f} s, "
        f"slowest {slowest[0]:.1f} s ({slowest[1]}), {memory} MB at most"
    )
    return 1 if failed or slowest[0] > SECONDS else 0


def survives(name: str, files: dict[str, bytes], ports: Ports) -> bool:
    """Whether a program is analysed, mended and shown without an exception."""
    sources = tuple(SourceFile(path, path.removesuffix(".py").replace("/", "."), text) for path, text in files.items())
    try:
        report = check(Request(sources), ports)
        for source in sources:
            found = [finding for finding in report.findings if finding.path == source.path]
            plan_file(source, found, {}, lambda _word: False)
        if report.findings:
            for format_ in formats():
                render(format_, report, Style())
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        traceback.print_exc()
        print(f"{name}: {error!r}")
        if len(repr(files)) < SHOWN:
            print(repr(files))
        return False
    return True


def mutants(given: argparse.Namespace) -> Iterator[tuple[str, bytes]]:
    """Real files with bytes changed, removed, doubled, swapped and put in."""
    chance = random.Random(given.seed)  # noqa: S311 (a seed gives the same inputs again)
    files = sorted(path for folder in given.folders for path in folder.rglob("*.py") if path.stat().st_size < LARGEST)
    texts = [path.read_bytes() for path in files]
    for number in range(given.inputs):
        yield f"mutant {number}", mutant(chance.choice(texts), chance)


def written(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Programs that follow Python's grammar and mean nothing, by hypothesmith, which has to be installed for them."""
    if not count:
        return
    from hypothesis import HealthCheck, Phase, given, settings
    from hypothesis import seed as seeded

    programs_written = importlib.import_module("hypothesmith").from_node()
    texts: list[str] = []

    def note(text: str) -> None:
        texts.append(text)

    options = settings(
        max_examples=_BATCH,
        phases=[Phase.generate],
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    for round_ in range(-(-count // _BATCH)):
        texts.clear()
        tried: Callable[[Callable[[str], None]], Callable[[], None]] = given(programs_written)
        seeded(seed + round_)(options(tried(note)))()
        yield from ((f"written {round_ * _BATCH + number}", text.encode()) for number, text in enumerate(texts))


def mutant(text: bytes, chance: random.Random) -> bytes:
    """One file with a few changes, most of them to whole lines, so that many mutants still parse."""
    lines = text.splitlines(keepends=True)
    for _ in range(chance.randint(1, 4)):
        if not lines:
            break
        place = chance.randrange(len(lines))
        column = chance.randint(0, len(lines[place]))
        before, after = lines[place][:column], lines[place][column:]
        kind = chance.choice(("remove", "double", "swap", "insert", "insert", "byte"))
        if kind == "remove":
            del lines[place]
        elif kind == "double":
            lines.insert(place, chance.choice(lines))
        elif kind == "swap":
            other = chance.randrange(len(lines))
            lines[place], lines[other] = lines[other], lines[place]
        elif kind == "insert":
            lines[place] = before + chance.choice(_PIECES) + after
        else:
            lines[place] = before + bytes([chance.randrange(256)]) + after[1:]
    return b"".join(lines)


def shapes(scale: int = 10_000) -> Iterator[tuple[str, bytes]]:
    """Single files of extreme shape; `scale` is how deep or wide they are."""
    head = "import time\nasync def main(a):\n"
    makers: dict[str, Callable[[int], str]] = {
        "parentheses": lambda n: f"{head}    x = {'(' * n}1{')' * n}\n",
        "attributes": lambda n: f"{head}    a{'.b' * n}()\n",
        "calls": lambda n: f"{head}    a{'()' * n}\n",
        "subscripts": lambda n: f"{head}    a{'[0]' * n}\n",
        "additions": lambda n: f"{head}    a = {'a + ' * n}a\n",
        "ands": lambda n: f"{head}    a = {'a and ' * n}time.sleep(1)\n",
        "nots": lambda n: f"{head}    a = {'not ' * n}a\n",
        "elifs": lambda n: f"{head}    if a: pass\n" + "    elif a: time.sleep(1)\n" * n,
        "nested ifs": lambda n: (
            head + "".join(f"{' ' * (4 + i)}if a:\n" for i in range(n // 110)) + " " * (n // 110 + 5) + "a()\n"
        ),
        "statements": lambda n: f"{head}" + "    a = a.b(a)\n" * n,
        "loops": lambda n: f"{head}" + "    for a in a:\n        a = a.b(a)\n" * (n // 10),
        "functions": lambda n: (
            "".join(f"def f{i}(x):\n    return f{i + 1}(x)\n" for i in range(n))
            + f"async def main():\n    f0(1)\ndef f{n}(x): time.sleep(1)\n"
        ),
        "coroutines": lambda n: (
            "import time\n" + "".join(f"async def f{i}(x):\n    time.sleep(x)\n" for i in range(n // 5))
        ),
        "inheritance": lambda n: (
            "import time\nclass C0:\n    def go(self): time.sleep(1)\n"
            + "".join(f"class C{i + 1}(C{i}): pass\n" for i in range(n // 10))
            + f"async def main():\n    C{n // 10}().go()\n"
        ),
        "many bases": lambda n: (
            "".join(f"class B{i}: pass\n" for i in range(n // 50))
            + f"class C({', '.join(f'B{i}' for i in range(n // 50))}): pass\nasync def main():\n    C().go()\n"
        ),
        "nested functions": lambda _n: "".join(f"{' ' * i}def f{i}():\n" for i in range(90)) + " " * 90 + "pass\n",
        "nested types": lambda n: (
            "def f(x: "
            + "list[" * (n // 60)
            + "int"
            + "]" * (n // 60)
            + "): return x\nasync def main():\n    f(1)[0]\n"
        ),
        "recursive type": lambda n: (
            "T = list['T'] | dict[str, 'T']\nclass N:\n    next: 'N'\nasync def main(x: T, n: N):\n    x[0]; n"
            + ".next" * min(n, 200)
            + "()\n"
        ),
        "decorators": lambda n: (
            "def d(f): return f\n" + "@d\n" * (n // 10) + "def f(): pass\nasync def main():\n    f()\n"
        ),
        "long line": lambda n: f"{head}    a = [{'a, ' * n * 10}]\n",
        "long text": lambda n: f"{head}    a = '{'x' * n * 100}'\n",
        "names": lambda _n: _NAMES,
        "arguments": lambda n: f"{head}    a({', '.join(f'k{i}=a' for i in range(n // 10))})\n",
        "own names": lambda _n: "async def main():\n    main = main()\n    x = x\n    del x\n    class x(x): x = x\n",
        "calls itself": lambda _n: "class A: pass\nA.__call__ = A()\nasync def main():\n    A()()\n",
        "generators": lambda n: (
            "def g(x):\n    yield from x\nasync def main(r):\n"
            + "    r = g(r)\n" * (n // 200)
            + "    for x in r: x()\n"
        ),
        "coroutines of coroutines": lambda _n: (
            "".join(f"async def g{i}(x):\n    return x\n" for i in range(20))
            + "async def main(r):\n    while r:\n        r = "
            + " or ".join(f"g{i}(r)" for i in range(20))
            + "\n        with r as x: x()\n"
        ),
        "bases that are attributes": lambda n: (
            "class C0:\n    pass\n"
            + "".join(
                f"def f{i}(x: C{i}):\n    class D{i}(x.a{i}): pass\n    return D{i}\n"
                f"class C{i + 1}(C{i}):\n    a{i} = C{i}\n"
                for i in range(n // 50)
            )
            + "async def main():\n    f0(C1())().go()\n"
        ),
        "lambdas": lambda n: f"{head}    a = {'lambda: ' * (n // 150)}a\n",
        "comprehensions": lambda _n: f"{head}    a = {'[' * 40}a{' for a in a]' * 40}\n",
    }
    for name, make in makers.items():
        yield name, make(scale).encode()
    yield "nothing", b""
    yield "NUL", b"async def f():\n    \0"
    yield "wrong cookie", b"# -*- coding: utf-99 -*-\nasync def f(): pass\n"
    yield "lying cookie", b"# coding: ascii\nx = '\xc3\xbc'\n"
    yield "UTF-16", "import time\nasync def f(): time.sleep(1)\n".encode("utf-16")
    yield "binary", bytes(range(256)) * 100


def programs(scale: int = 1000) -> Iterator[tuple[str, dict[str, bytes]]]:
    """Programs of many files that go round in circles."""
    cycle = {f"m{i}.py": f"from m{(i + 1) % scale} import go\n".encode() for i in range(scale)}
    cycle["main.py"] = b"from m0 import go\nasync def main():\n    go()\n"
    yield "import cycle", cycle
    stars = {f"m{i}.py": f"from m{(i + 1) % scale} import *\nx{i} = 1\n".encode() for i in range(scale)}
    stars["main.py"] = b"from m0 import *\nasync def main():\n    go(); x3()\n"
    yield "star cycle", stars
    bases = {
        f"m{i}.py": f"import m{(i + 1) % scale}\nclass C(m{(i + 1) % scale}.C): pass\n".encode() for i in range(scale)
    }
    bases["main.py"] = b"from m0 import C\nasync def main():\n    C().go()\n"
    yield "bases in a circle", bases


if __name__ == "__main__":
    sys.exit(main())
