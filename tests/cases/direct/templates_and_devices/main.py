"""Templates that a web framework reads, an index on the disk, and pins that are waited for."""

from fastapi import FastAPI, Request
from fastapi.templating import Jinja2Templates
from gpiozero import Button, MotionSensor
from whoosh import index

NO_ORACLE = "needs the libraries"

app = FastAPI()
templates = Jinja2Templates(directory="templates")


@app.get("/")
async def page(request: Request):
    return templates.TemplateResponse(request, "page.html")  # expect: AF105


@app.get("/plain")
def page_in_a_thread(request: Request):
    return templates.TemplateResponse(request, "page.html")


async def wait_for_pins():
    Button(3).wait_for_release()  # expect: AF110
    MotionSensor(4).wait_for_inactive()  # expect: AF110
    return Button(3).is_pressed


async def search(words):
    found = index.open_dir("index")  # expect: AF105
    with found.searcher() as searcher:  # expect: AF105
        return searcher.search(words)  # expect: AF105
