"""A frame stays a frame through chains of calls: what writes it at the end touches the disk."""
import io

import pandas as pd

NO_ORACLE = "needs pandas"


class Report:
    def __init__(self, rows):
        self.frame = pd.DataFrame(rows)

    def by_day(self):
        return self.frame.dropna().groupby("day")["price"].mean().reset_index()


async def bad_chains(report: Report):
    report.by_day().to_parquet("x")  # expect: AF105
    report.frame[report.frame.price > 3].to_csv("x")  # expect: AF105
    report.frame.loc[report.frame.price > 3].head().T.to_csv("x")  # expect: AF105
    report.frame.resample("D").sum().to_excel("x")  # expect: AF105
    report.frame.rolling(3).max().to_sql("prices", None)  # expect: AF104
    pd.DataFrame.from_records([]).set_index("a").to_pickle("x")  # expect: AF105


async def ok_memory(report: Report):
    buffer = io.BytesIO()
    report.by_day().to_parquet(buffer)
    report.frame.groupby("day").sum().to_csv(buffer)
    return report.frame.describe().to_csv(), report.by_day().to_dict()
