"""Prove the catalog, one library after another, each in an environment of its own; writes docs/catalog-verification.md.

`python scripts/verify_catalog.py [LIBRARY...]`: what is named is installed and checked anew, the rest is taken from the
page as it stands; without names everything is checked of which the page does not tell, or of which the catalog claims
more or less than it did. With uv on the path an environment takes seconds, with pip a minute.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "catalog-verification.md"
SECONDS = 400
sys.path.insert(0, str(ROOT / "src"))

from antifreeze.catalog.claims import Claim  # noqa: E402 (the clone's own source)
from antifreeze.catalog.packaged import load_packaged, packaged_claims  # noqa: E402 (as above)
from antifreeze.store.verify import Verification, verify  # noqa: E402 (as above)

TOO_BIG = {
    "torch", "tensorflow", "keras", "transformers", "sentence-transformers", "ultralytics", "easyocr", "openai-whisper",
    "faster-whisper", "spacy", "ray", "vllm", "dask", "distributed", "lightgbm", "xgboost", "onnxruntime", "mlflow",
    "gensim", "faiss-cpu", "scikit-image", "wandb", "prefect", "nemo-toolkit", "langchain-huggingface", "docling",
    "llama-cpp-python", "pyspark",
}  # fmt: skip
"""Libraries of hundreds of megabytes (or that need one such, or are compiled), not installed unless they are named."""
STATES = ("verified", "failed", "kept", "unchecked")
NOT_REACHED = "not reached by the last run"


def main() -> int:
    """Check libraries and write the page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("libraries", nargs="*")
    parser.add_argument("--together", type=int, default=8, help="How many libraries share an environment.")
    given = parser.parse_args()
    claims = packaged_claims()
    state = told_by(PAGE.read_text(encoding="utf-8")) if PAGE.exists() else {}
    wanted = given.libraries or [name for name in sorted(claims) if claims[name] and is_stale(state, name, claims)]
    for library in [] if given.libraries else TOO_BIG.intersection(wanted):
        state[library] = {"version": "", "reason": "too big"}
        wanted.remove(library)
    for start in range(0, len(wanted), given.together):
        group = {library: claims[library] for library in wanted[start : start + given.together]}
        for library, outcome in outcomes_of(group).items():
            state[library] = outcome
            told = {key: value for key, value in outcome.items() if key != "rest"}
            print(library, told, *outcome.get("rest", ())[:3], flush=True)
        PAGE.write_text(page(state, claims), encoding="utf-8")
    return 1 if any(entry.get("failed") for entry in state.values()) else 0


_PLACE = re.compile(r" \(/[^()]*\)?$| \([^()]*verify-[^()]*\)")
"""Where a module lies in the environment that is made for a run, as errors of its import tell it."""


def told_by(text: str) -> dict[str, Any]:
    """What the page tells of each library."""
    state: dict[str, Any] = {}
    for row in re.findall(r"^\| ([^|]+) \| ([^|]+) \| \d+ \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$", text, re.MULTILINE):
        counts = dict(zip(STATES, map(int, row[2:]), strict=True))
        state[row[0]] = {"version": row[1], "reason": "", **counts, "rest": []}
    absent = text.partition("## Not installed")[2].partition("\n## ")[0]
    for name, reason in re.findall(r"^- ([^:]+): (.*)$", absent, re.MULTILINE):
        state[name] = {"version": "", "reason": reason}
    for part in text.partition("## The rest, by library")[2].split("\n### ")[1:]:
        name, _, rest = part.partition("\n")
        if name in state:
            state[name]["rest"] = [line.removeprefix("- ") for line in rest.splitlines() if line.startswith("- ")]
    return state


def is_stale(state: dict[str, Any], name: str, claims: dict[str, list[Claim]]) -> bool:
    """Whether a library was not checked, or is claimed more or less of than when it was."""
    entry = state.get(name, {"version": "", "reason": NOT_REACHED})
    if not entry["version"]:
        return bool(entry["reason"] == NOT_REACHED)
    return bool(sum(entry[key] for key in STATES) != len(claims[name]))


def outcomes_of(group: dict[str, list[Claim]]) -> dict[str, dict[str, Any]]:
    """Check some libraries in one environment, each in one of its own where they do not go together."""
    folder = Path(tempfile.mkdtemp(prefix="verify-"))
    try:
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
        python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        libraries = sorted(set(group).difference(["stdlib"]))
        reason = install(python, sorted({*libraries, *_remedies(group)})) and install(python, libraries)
        if not reason:
            return {outcome.library: _as_state(outcome) for outcome in verify(group, str(python))}
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if len(group) > 1:
        return {name: outcome for one in group for name, outcome in outcomes_of({one: group[one]}).items()}
    return {name: {"version": "", "reason": reason} for name in group}


def _remedies(group: dict[str, list[Claim]]) -> set[str]:
    """The packages that the remedies of some libraries come from."""
    packages = {sink.remedy.package for sink in load_packaged().all_sinks() if sink.library in group}
    return packages.difference(["", "stdlib"], TOO_BIG)


def _as_state(outcome: Verification) -> dict[str, Any]:
    counts = {state: outcome.count(state) for state in STATES}
    rest = [
        f"`{verdict.claim.name}` ({verdict.claim.kind}, {verdict.state}): {_PLACE.sub('', verdict.reason)}"
        for verdict in sorted(outcome.verdicts, key=lambda verdict: verdict.state)
        if verdict.state != "verified"
    ]
    reason = "" if outcome.version else "installs, but cannot be imported"
    return {"version": outcome.version, "reason": reason, **counts, "rest": rest}


def install(python: Path, packages: list[str]) -> str:
    """Install packages into an environment; the reason where that is not possible."""
    if not packages:
        return ""
    uv = shutil.which("uv")
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--prefer-binary"]
    command = [uv, "pip", "install", "--python", str(python)] if uv else [*pip, "--disable-pip-version-check"]
    try:
        result = subprocess.run(
            [*command, "--quiet", *packages], capture_output=True, text=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return f"not installed within {SECONDS} s"
    if result.returncode == 0:
        return ""
    errors = [line for line in result.stderr.splitlines() if line.startswith("ERROR")]
    told = "cannot be installed with uv" if uv else "pip failed"
    return (errors or [told])[-1].removeprefix("ERROR: ")[:120]


def page(state: dict[str, Any], claims: dict[str, list[Claim]]) -> str:
    """The page: the figures, the table, and the list of the rest."""
    done = {name: entry for name, entry in sorted(state.items(), key=lambda item: item[0].lower()) if name in claims}
    checked = {name: entry for name, entry in done.items() if entry["version"]}
    total = sum(len(listed) for listed in claims.values())
    verified = sum(entry["verified"] for entry in checked.values())
    asked = sum(entry[key] for entry in checked.values() for key in STATES) or 1
    fail = sum(entry["failed"] for entry in checked.values())
    lines = [
        "# The catalog, proved",
        "",
        "`python scripts/verify_catalog.py` installs one library after another in an environment of its own, imports",
        "it, and checks every claim of the catalog about it: that the name exists, that it can be called and is no",
        "coroutine function, that a class is one and derives from its bases, that the arguments which conditions speak",
        "of stand where the catalog says, and that the remedy is spelt as it is.",
        "",
        f"Of {total:,} claims about {len(claims)} libraries, {verified:,} hold ({verified / total:.0%}), {fail} fail.",
        f"{len(checked)} libraries were installed; of what is claimed of them {verified / asked:.1%} holds.",
        "*Kept* are claims whose entry says why no name can be found; *unchecked* ones are listed below.",
        "",
        "| library | version | claims | verified | failed | kept | unchecked |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, entry in done.items():
        if entry["version"]:
            counts = " | ".join(str(entry[key]) for key in ("verified", "failed", "kept", "unchecked"))
            lines.append(f"| {name} | {entry['version']} | {len(claims[name])} | {counts} |")
    lines += ["", "## Not installed", ""]
    lines += [f"- {name}: {entry['reason']}" for name, entry in done.items() if not entry["version"]]
    lines += ["", "## The rest, by library", ""]
    for name, entry in checked.items():
        if entry["rest"]:
            lines += [f"### {name}", "", *(f"- {line}" for line in entry["rest"]), ""]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
