"""A workbook, a model or a frame that is written into memory blocks nobody; one that is saved to a file does."""
import io

import fitz
import joblib
import openpyxl
import pandas as pd
import polars as pl
import torch
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


async def bad_models(model, frame: pl.DataFrame):
    joblib.dump(model, "x")  # expect: AF105
    torch.save(model, "x")  # expect: AF105
    frame.write_csv("x")  # expect: AF105
    return fitz.open("x"), pl.read_csv("x")  # expect: AF105


async def ok_models(model, frame: pl.DataFrame, content: bytes):
    buffer = io.BytesIO()
    joblib.dump(model, buffer)
    torch.save(model, buffer)
    frame.write_parquet(buffer)
    return frame.write_csv(), fitz.open(stream=content, filetype="pdf"), pl.read_csv(io.BytesIO(content))
