"""The routes."""

import subprocess
import time

import h2o
import requests
from fastapi import FastAPI

from . import reports
from .models import score
from .storage import Settings, load_template

app = FastAPI()
settings = Settings("settings.json")


@app.get("/health")
async def health():
    time.sleep(0.1)
    return {"status": "ok"}


@app.get("/rates/{currency}")
async def rates(currency: str):
    response = requests.get(f"https://rates.example.com/{currency}", timeout=5)
    return response.json()


@app.post("/predict")
async def predict(features: dict):
    return {"direct": h2o.predict(features), "model": score(features)}


@app.get("/terms")
async def terms():
    return open("terms.txt").read()


@app.post("/thumbnail")
async def thumbnail(path: str):
    subprocess.run(["convert", path, "-resize", "64x64", f"{path}.png"], check=True)
    return {"path": f"{path}.png"}


@app.post("/report")
async def report(customer: str):
    return await reports.create(customer, load_template("report"))


@app.get("/settings")
async def read_settings():
    return settings.values


@app.get("/archive")
def archive():
    # A plain `def` route: the framework runs it in a thread, where it may block.
    return open("archive.txt").read()
