"""Pictures and pages: a model cuts out what is in front, and browsers and word processors draw."""
import asyncio

import docx2pdf
import rembg
from html2image import Html2Image
from requests_html import AsyncHTMLSession, HTMLSession

NO_ORACLE = "needs the libraries"


async def bad(picture: bytes):
    session = rembg.new_session("u2net")  # expect: AF105
    rembg.remove(picture, session=session)  # expect: AF108
    Html2Image(size=(500, 200)).screenshot(url="https://x", save_as="a.png")  # expect: AF106
    docx2pdf.convert("a.docx", "a.pdf")  # expect: AF110
    page = HTMLSession().get("https://x")  # expect: AF102
    page.html.render(sleep=1)  # expect: AF110


async def ok(picture: bytes):
    session = AsyncHTMLSession()
    page = await session.get("https://x")
    await page.html.arender()
    return Html2Image(), await asyncio.to_thread(rembg.remove, picture)
