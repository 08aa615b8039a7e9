"""What chains of a library's calls give, where the signature of the function around them says more."""

import asyncio
from dataclasses import dataclass

import pandas as pd

NO_ORACLE = "needs the library"


@dataclass
class Report:
    frame: pd.DataFrame

    def totals(self) -> pd.DataFrame:
        return self.frame.groupby("region", as_index=False)["amount"].sum()

    def series(self) -> pd.Series:
        return self.frame.groupby("region")["amount"].sum()

    def save(self, path: str) -> None:
        self.totals().to_parquet(path)


async def bad_saved(report: Report) -> None:
    report.totals().to_parquet("a")  # expect: AF105
    report.save("a")  # expect: AF105


async def ok_saved(report: Report) -> None:
    report.series().head()
    await asyncio.to_thread(report.save, "a")
