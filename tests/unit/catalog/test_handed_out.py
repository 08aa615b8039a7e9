"""Objects that no program makes itself: what another object of the library hands out blocks where it is used."""

from __future__ import annotations

import re

import pytest

from antifreeze.model.source import SourceFile
from cases import analyse

IDIOMS = {
    "drivers": """
        import clickhouse_driver.dbapi, cx_Oracle, databricks.sql, pg8000, pyodbc, redshift_connector, vertica_python
        from pyhive import hive
        async def odbc():
            with pyodbc.connect("a") as connection:  # AF104
                for row in connection.cursor().execute("a").fetchall(): pass  # AF104
                for row in connection.execute("a"): pass  # AF104
        async def others():
            connection = hive.connect("a")  # AF104
            connection.cursor().execute("a")  # AF104
            clickhouse_driver.dbapi.connect("a").cursor().execute("a")  # AF104
            with cx_Oracle.connect("a") as oracle, oracle.cursor() as cursor:  # AF104
                cursor.execute("a").fetchall()  # AF104
            with databricks.sql.connect() as bricks, bricks.cursor() as cursor:  # AF104
                for row in cursor.execute("a"): pass  # AF104
            legacy = pg8000.connect("a")  # AF104
            legacy.cursor().execute("a")  # AF104
            legacy.commit()  # AF104
            redshift = redshift_connector.connect()  # AF104
            redshift.cursor().execute("a").fetchall()  # AF104
            with vertica_python.connect() as vertica:  # AF104
                vertica.cursor().execute("a").fetchall()  # AF104
        async def received(legacy: pg8000.Connection):
            cursor = legacy.cursor()
            cursor.fetchall()
        """,
    "duckdb": """
        import duckdb
        async def use(path: str):
            duckdb.sql("a").df()  # AF104
            connection = duckdb.connect(path)  # AF104
            connection.execute("a").fetchall()  # AF104
            relation = connection.table("a").filter("b").limit(1)
            relation.to_parquet(path)  # AF104
        """,
}


@pytest.mark.parametrize("name", IDIOMS)
def test_what_is_handed_out(name: str) -> None:
    text = IDIOMS[name]
    lines = enumerate(text.splitlines(), 1)
    expected = {(number, code) for number, line in lines for code in re.findall(r"# (AF\d+)$", line)}
    report = analyse((SourceFile("main.py", "main", ("if True:" + text).encode()),))
    assert not report.errors
    assert {(finding.line, finding.code) for finding in report.findings} == expected
