"""Documents are opened, drawn, recognised and saved."""
import asyncio

import ocrmypdf
import pikepdf
import pypdfium2 as pdfium
from ebooklib import epub

NO_ORACLE = "needs the libraries"


async def bad_pages(path: str):
    document = pdfium.PdfDocument(path)  # expect: AF105
    document[0].render(scale=2).to_pil()  # expect: AF108
    for page in document:
        page.get_textpage().get_text_range()  # expect: AF108
    with pikepdf.open(path) as pdf:  # expect: AF105
        del pdf.pages[0]
        pdf.save("x.pdf")  # expect: AF105
    ocrmypdf.ocr(path, "y.pdf", language="eng")  # expect: AF106


async def bad_book(path: str):
    book = epub.read_epub(path)  # expect: AF105
    epub.write_epub("x.epub", book)  # expect: AF105


async def ok(path: str):
    book = epub.EpubBook()
    book.set_title("x")
    pdf = pikepdf.Pdf.new()
    pdf.add_blank_page()
    return book, pdf, await asyncio.to_thread(ocrmypdf.ocr, path, "y.pdf")
