"""`antifreeze baseline`: write down what is known today, so that a check fails only on what is new."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from antifreeze.cli.analysis import analyse
from antifreeze.cli.focus import is_below
from antifreeze.cli.question import Question, analysing, asked
from antifreeze.model.finding import Report
from antifreeze.store.baseline import FILE, Comparison, compared, read_baseline, row_of, write_baseline


def without_known(report: Report, question: Question) -> Comparison:
    """A report beside the question's baseline."""
    tops = question.looked_at()
    rows = read_baseline(Path(question.config.baseline))
    return compared(report, rows, question.config, lambda path: is_below(path, tops))


@click.command("baseline", help="Write the findings of today to a file that `check --baseline` takes as known.")
@click.option("--prune", is_flag=True, help="Only remove the rows that no longer occur; add none.")
@analysing
def command(prune: bool, **given: Any) -> int:
    """Write or prune the baseline: `--baseline`, the configured one, or the usual file."""
    question = asked(given)
    config, target = question.config, Path(question.config.baseline or FILE)
    known = read_baseline(target) if prune or target.exists() else ()
    report = analyse(question.paths, config, question.run)
    tops = question.looked_at()
    gone = set(compared(report, known, config, lambda path: is_below(path, tops)).gone)
    found = () if prune else (row_of(finding, config) for finding in report.findings)
    kept = {row.fingerprint: row for row in known if row not in gone} | {row.fingerprint: row for row in found}
    write_baseline(target, kept.values())
    added = len(kept.keys() - {row.fingerprint for row in known})
    click.echo(f"{target}: {len(kept)} known, {added} added, {len(gone)} removed", err=True)
    return 0
