"""A definition at a loop's end reaches the loop's next round."""
import time


def nothing(seconds):
    return seconds


async def bad_second_round():
    action = nothing
    for _ in range(2):
        action(1)  # expect: AF101
        action = time.sleep


async def bad_while():
    action = nothing
    rounds = 0
    while rounds < 2:
        action(1)  # expect: AF101
        action = time.sleep
        rounds += 1


async def ok_after_break():
    action = nothing
    while True:
        action(1)
        break
    action(2)


async def bad_from_an_earlier_round():
    for first in (True, False):
        if first:
            from time import sleep

            continue
        sleep(0.01)  # expect: AF101


async def bad_from_an_earlier_round_of_while():
    rounds = [1, 2]
    while rounds:
        if rounds.pop() == 2:
            wait = time.sleep
            continue
        wait(0.01)  # expect: AF101
