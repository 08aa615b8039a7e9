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
