"""Calls that only look whether there is something: an interval of none, a timeout of zero, a flag."""
import subprocess
import threading

import confluent_kafka
import paho.mqtt.client
import pika
import psutil
import redis
import zmq

NO_ORACLE = "needs the libraries"


async def load_since_the_last_time(process: psutil.Process):
    psutil.cpu_percent()
    psutil.cpu_percent(interval=None, percpu=True)
    psutil.cpu_times_percent(0)
    process.cpu_percent(None)


async def load_over_a_while(process: psutil.Process):
    psutil.cpu_percent(interval=0.5)  # expect: AF101
    psutil.cpu_times_percent(1)  # expect: AF101
    process.cpu_percent(interval=0.3)  # expect: AF101


async def what_came(consumer: confluent_kafka.Consumer, producer: confluent_kafka.Producer):
    consumer.poll(0)
    consumer.poll(timeout=0.0)
    consumer.consume(10, timeout=0)
    producer.poll(0)
    producer.flush(0)


async def what_comes(consumer: confluent_kafka.Consumer, producer: confluent_kafka.Producer):
    consumer.poll(1.0)  # expect: AF110
    consumer.consume(10)  # expect: AF110
    producer.flush()  # expect: AF110


async def message_that_is_there(subscription: redis.client.PubSub):
    subscription.get_message(ignore_subscribe_messages=True)


async def message_that_may_come(subscription: redis.client.PubSub):
    subscription.get_message(timeout=1.0)  # expect: AF104


async def events_that_are_there(connection: pika.BlockingConnection, client: paho.mqtt.client.Client):
    connection.process_data_events()
    client.loop(timeout=0)


async def events_that_may_come(connection: pika.BlockingConnection, client: paho.mqtt.client.Client):
    connection.process_data_events(time_limit=1)  # expect: AF110
    client.loop()  # expect: AF103


async def parts_without_waiting(receiver: zmq.Socket):
    receiver.recv(zmq.NOBLOCK)
    receiver.recv_multipart(flags=zmq.DONTWAIT)
    receiver.send(b"", zmq.DONTWAIT)
    receiver.poll(0)


async def parts(receiver: zmq.Socket):
    receiver.recv()  # expect: AF103
    receiver.send_json({}, zmq.SNDMORE)  # expect: AF103
    receiver.poll(100)  # expect: AF103


async def whether_it_ended(child: subprocess.Popen, condition: threading.Condition):
    child.wait(timeout=0)
    condition.wait(0)


async def until_it_ends(child: subprocess.Popen, condition: threading.Condition):
    child.wait(timeout=1)  # expect: AF106
    condition.wait()  # expect: AF107
