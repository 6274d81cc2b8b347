"""English sentences about photos and papers."""

from typing import Final

from mobile.strings import catalogue_files as c
from mobile.strings.phrase import Phrase

FILES: Final = c.Files(
    add_photo="Photo",
    add_file="File",
    remove="Remove",
    waiting="waiting",
    sending="being sent",
    sent="sent",
    held="attached",
    refusals={
        "too-large": "This file is over 15 MB.",
        "empty": "This file is empty.",
        "gone": "It waited for over a day and is gone: add it again.",
        "too-many": "Twenty files at most with one entry.",
    },
    take_away="Download",
    paper_way="This file opens once downloaded.",
    kilobytes=Phrase("{n} kB"),
    megabytes=Phrase("{n} MB"),
)
