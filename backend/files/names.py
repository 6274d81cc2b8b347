"""What a file is called when it is shown or saved."""

from __future__ import annotations

from typing import Final

from backend.edge.file_names import file_name

NAME_MOST: Final = 100
ENDINGS: Final = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
    "application/pdf": "pdf",
    "text/plain": "txt",
    "text/csv": "csv",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}


def shown_name(sent: str, media_type: str) -> str:
    """The sender's name for it without folders, and with the ending of what it really is."""
    last = sent.replace("\\", "/").rpartition("/")[2]
    return f"{stem(file_name(last))}.{ENDINGS[media_type]}"


def stem(name: str) -> str:
    before, point, _ = name.rpartition(".")
    return (before if point and before.strip(" .") else name)[:NAME_MOST].strip(" .")
