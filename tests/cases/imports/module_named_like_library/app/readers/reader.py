from pathlib import Path

from wordfile import Document as WordDocument

from app.knowledge.wordfile import Document


def read(path: Path):
    opened = WordDocument(path)
    return Document(content="".join([part.text for part in opened.paragraphs]))
