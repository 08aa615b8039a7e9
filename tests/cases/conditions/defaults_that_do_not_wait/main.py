"""Calls that wait only where an argument says so; where nobody knows the arguments, they may."""
import psutil
import sounddevice
from confluent_kafka import Consumer, Producer

NO_ORACLE = "the libraries are not installed"


async def bad_measures(options):
    psutil.cpu_percent(interval=1)  # expect: AF101
    psutil.cpu_percent(0.1)  # expect: AF101
    psutil.cpu_times_percent(interval=0.5)  # expect: AF101
    psutil.Process().cpu_percent(interval=1)  # expect: AF101
    psutil.cpu_percent(**options)  # expect: AF101
    psutil.cpu_percent(*options)  # expect: AF101


async def ok_measures():
    psutil.cpu_percent()
    psutil.cpu_percent(interval=None, percpu=True)
    psutil.cpu_percent(interval=0)
    psutil.cpu_times_percent()
    psutil.Process().cpu_percent()


async def bad_sound(data):
    sounddevice.play(data, blocking=True)  # expect: AF110
    sounddevice.rec(100, blocking=True)  # expect: AF110
    sounddevice.wait()  # expect: AF110


async def ok_sound(data):
    sounddevice.play(data, 44100)
    sounddevice.rec(100)


async def bad_messages(consumer: Consumer, producer: Producer):
    consumer.poll()  # expect: AF110
    consumer.poll(1.0)  # expect: AF110
    consumer.commit(asynchronous=False)  # expect: AF110
    producer.flush()  # expect: AF110


async def ok_messages(consumer: Consumer, producer: Producer):
    consumer.poll(0)
    consumer.consume(10, timeout=0)
    consumer.commit()
    producer.poll(0)
