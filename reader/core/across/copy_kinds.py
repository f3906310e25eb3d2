"""In which way one article is a copy of another."""

from typing import Literal

CopyKind = Literal["near", "agency", "version"]
