"""What is loaded from a file may be anything: its methods are those of a model, unless a class is declared."""

import pickle
import time
from typing import Any, cast

import dill
import joblib
import torch

NO_ORACLE = "needs the libraries, and the files"


class Rules:
    def predict(self, rows):
        return [len(row) for row in rows]

    def fit(self, rows):
        time.sleep(0.05)


def load_rules(path) -> Rules:
    with open(path, "rb") as file:
        return pickle.load(file)


def load(path):
    with open(path, "rb") as file:
        return pickle.load(file)


RULES: Rules = joblib.load("rules")
READ = load_rules("rules")
LOADED = load("model")
ANY: Any = joblib.load("model")
PARTS = joblib.load("parts")
with open("model", "rb") as stream:
    STREAMED = dill.load(stream)
NET = torch.load("net").to("cpu").eval()
SCRIPT = torch.jit.load("net")


class Service:
    declared: Rules

    def __init__(self, declared: Rules, model: Any):
        self.declared = declared
        self.model = model
        self.late = None

    def start(self):
        self.late = joblib.load("model")

    async def bad_predict(self, rows):
        self.model.predict(rows)  # expect: AF108
        self.late.predict_proba(rows)  # expect: AF108

    async def ok_declared(self, rows):
        self.declared.predict(rows)


SERVICE = Service(joblib.load("rules"), joblib.load("model"))


async def bad_loaded(rows):
    LOADED.transform(rows)  # expect: AF108
    ANY.predict(rows)  # expect: AF108
    STREAMED.decision_function(rows)  # expect: AF108
    PARTS["model"].predict(rows)  # expect: AF108


async def bad_module(rows):
    NET(rows)  # expect: AF108
    SCRIPT(rows)  # expect: AF108


async def bad_own_method(rows):
    RULES.fit(rows)  # expect: AF101


async def ok_declared(rows, rules: Rules):
    RULES.predict(rows)
    READ.predict(rows)
    rules.predict(rows)
    cast(Rules, LOADED).predict(rows)
    if isinstance(LOADED, Rules):
        LOADED.predict(rows)


async def ok_anything_else(rows):
    LOADED.append(rows)
    PARTS["columns"].index(rows)
    return [part.name for part in PARTS]


async def main(rows):
    await ok_declared(rows, LOADED)
