"""A workbook that is written into memory blocks nobody; one that is saved to a file does, where it is closed."""
import io

import openpyxl
import pandas as pd
import xlsxwriter

NO_ORACLE = "needs the libraries"


async def bad_files(frame: pd.DataFrame):
    writer = pd.ExcelWriter("x.xlsx")
    frame.to_excel(writer)
    writer.close()  # expect: AF105
    with xlsxwriter.Workbook("x.xlsx") as book:  # expect: AF105
        book.add_worksheet()
    openpyxl.load_workbook("x.xlsx").save("y.xlsx")  # expect: AF105


async def ok_memory(frame: pd.DataFrame, content: bytes):
    buffer = io.BytesIO()
    with pd.ExcelWriter(buffer) as writer:
        frame.to_excel(writer)
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        book.add_worksheet()
    openpyxl.load_workbook(io.BytesIO(content)).save(buffer)
    return buffer.getvalue()
