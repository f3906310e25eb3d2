"""The ways in which a source can speak, and can know what it says."""

from typing import Literal

Channel = Literal[
    "interview",
    "statement",
    "press-conference",
    "speech",
    "hearing",
    "document",
    "letter",
    "post",
    "published-work",
    "other-media",
]
Knowledge = Literal["witness", "participant", "document", "hearsay", "official-duty"]
