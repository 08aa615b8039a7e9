"""Triggers and hooks of Airflow on the loop: connections, variables and results are asked for, and hooks ask services."""
import asyncio
from contextlib import closing

from airflow.hooks.base import BaseHook
from airflow.models import DagRun, Variable, XCom
from airflow.models.connection import Connection
from airflow.providers.amazon.aws.hooks.s3 import S3Hook
from airflow.providers.amazon.aws.hooks.sqs import SqsHook
from airflow.providers.common.sql.hooks.sql import DbApiHook
from airflow.providers.databricks.hooks.databricks import DatabricksHook
from airflow.providers.google.cloud.hooks.gcs import GCSHook
from airflow.providers.http.hooks.http import HttpHook
from airflow.providers.mongo.hooks.mongo import MongoHook
from airflow.providers.postgres.hooks.postgres import PostgresHook
from airflow.providers.sftp.hooks.sftp import SFTPHook
from airflow.providers.slack.hooks.slack import SlackHook
from airflow.providers.smtp.hooks.smtp import SmtpHook
from airflow.providers.ssh.hooks.ssh import SSHHook
from airflow.sdk import BaseHook as Hook
from airflow.sdk import Variable as SdkVariable
from airflow.sdk.execution_time.task_runner import RuntimeTaskInstance
from airflow.triggers.base import BaseTrigger, TriggerEvent
from airflow.utils.session import create_session

NO_ORACLE = "needs Airflow and its services"


class RowsTrigger(BaseTrigger):
    def __init__(self, conn_id: str, sql: str):
        super().__init__()
        self.hook = PostgresHook(postgres_conn_id=conn_id)
        self.sql = sql

    async def run(self):
        while not self.hook.get_first(self.sql):  # expect: AF104
            await asyncio.sleep(1)
        with closing(self.hook.get_conn()) as connection:  # expect: AF104
            yield TriggerEvent(str(connection))


class ServiceHook(BaseHook):
    def get_conn(self):
        return self.get_connection("service")

    async def call(self):
        connection = self.get_conn()  # expect: AF104
        later = await Hook.aget_connection("service")
        return connection, later, Hook.get_connection("service")  # expect: AF104


async def bad_settings(ti: RuntimeTaskInstance):
    Variable.get("a")  # expect: AF104
    SdkVariable.set("a", 1)  # expect: AF104
    Connection.get_connection_from_secrets("a")  # expect: AF104
    XCom.get_one(run_id="a", key="b")  # expect: AF104
    ti.xcom_push("key", 1)  # expect: AF104
    for run in DagRun.find(dag_id="a"):  # expect: AF104
        run.get_task_instances()  # expect: AF104
    with create_session() as session:
        session.query(DagRun).all()  # expect: AF104
    return ti.xcom_pull("task")  # expect: AF104


async def bad_services(hook: DbApiHook, mongo: MongoHook, files: SFTPHook):
    HttpHook("GET").run("/")  # expect: AF102
    S3Hook().read_key("a", "b")  # expect: AF110
    SqsHook().send_message("a", "b")  # expect: AF110
    SqsHook().conn.receive_message(QueueUrl="a")  # expect: AF110
    GCSHook().download("a", "b")  # expect: AF110
    SlackHook(slack_conn_id="a").call("chat.postMessage")  # expect: AF102
    SSHHook("a").get_conn().exec_command("ls")  # expect: AF103
    DatabricksHook().get_run_state(1)  # expect: AF102
    hook.run("delete from a")  # expect: AF104
    files.list_directory("/")  # expect: AF103
    mongo.find("a", {}, find_one=True)  # expect: AF104
    for document in mongo.find("a", {}):  # expect: AF104
        print(document)
    for frame in hook.get_df_by_chunks("select 1", chunksize=3):  # expect: AF104
        print(frame)
    with SmtpHook() as smtp:  # expect: AF110
        print(smtp)


async def ok(ti: RuntimeTaskInstance, slack: SlackHook, databricks: DatabricksHook, hook: DbApiHook, mongo: MongoHook):
    await ti.axcom_pull("task")
    await SqsHook().asend_message("a", "b")
    await slack.async_call("chat.postMessage")
    await databricks.a_get_run_state(1)
    await S3Hook().check_key_async(None, "a", ["b"], False)
    await asyncio.to_thread(hook.get_records, "select 1")
    async with SmtpHook() as smtp:
        await smtp.asend_email_smtp(to="a", subject="b", html_content="c")
    return mongo.find("a", {}), PostgresHook("a"), S3Hook(), HttpHook("GET"), SlackHook(slack_conn_id="a")
