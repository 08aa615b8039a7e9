"""Libraries of which the catalog speaks, met with their own source: one class under all its names."""

from __future__ import annotations

from pathlib import Path

import pytest

from trees import environment, findings

CORE = "import time\nclass Redis:\n    def get(self, key): ...\n    def unheard_of(self):\n        time.sleep(1)\n"
MADE = "from redis._core import Redis\nfrom redis.asyncio._core import Redis as Later\n"
MADE += "def made() -> Redis: ...\ndef later() -> Later: ...\n"
LATER = {
    "redis/asyncio/__init__.py": "from redis.asyncio._core import Redis\n",
    "redis/asyncio/_core.py": "class Redis:\n    async def get(self, key): ...\n",
}

LAYOUTS = {
    "imported": {"redis/__init__.py": "from redis._core import Redis\n"},
    "imported twice": {
        "redis/__init__.py": "from redis._public import Redis\n",
        "redis/_public.py": "from redis._core import Redis\n",
    },
    "by a star": {"redis/__init__.py": "from redis._core import *\n"},
    "by a star of a star": {
        "redis/__init__.py": "from redis._public import *\n",
        "redis/_public.py": "from redis._core import *\n",
    },
    "by one star of several": {
        "redis/__init__.py": "from redis._core import *\nfrom redis._missing import *\nfrom redis._other import *\n",
        "redis/_other.py": "Sentinel = None\n",
    },
}

USES = {
    "redis.Redis().get('k')": "AF104",
    "redis.tools.made().get('k')": "AF104",
    "redis._core.Redis().get('k')": "AF104",
    "redis.Redis().unheard_of()": "AF101",
    "redis.tools.made().unheard_of()": "AF101",
    "await redis.tools.later().get('k')": "",
    "await redis.asyncio.Redis().get('k')": "",
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("use", USES)
def test_a_class_is_the_catalogs_wherever_the_library_keeps_it(layout: str, use: str, tmp_path: Path) -> None:
    prefix = environment(tmp_path, {"redis/_core.py": CORE, "redis/tools.py": MADE, **LATER, **LAYOUTS[layout]})
    text = f"import redis, redis.tools, redis.asyncio, redis._core\n\n\nasync def entry():\n    {use}\n"
    assert findings({"main.py": text}, prefix) == ({("main.py", 5, USES[use])} if USES[use] else set())


def test_a_library_that_another_re_exports_is_looked_into(tmp_path: Path) -> None:
    web = "import time\nclass Request:\n    def unheard_of(self):\n        time.sleep(1)\n"
    files = {
        "fastapi/__init__.py": "from fastapi.requests import Request\n",
        "fastapi/requests.py": "from starlette.requests import Request\n",
        "starlette/__init__.py": "",
        "starlette/requests.py": web,
    }
    text = "import fastapi\n\n\nasync def entry(request: fastapi.Request):\n    request.unheard_of()\n"
    assert findings({"main.py": text}, environment(tmp_path, files)) == {("main.py", 5, "AF101")}
