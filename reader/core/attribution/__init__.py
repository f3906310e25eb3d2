"""Source, cue and content of what an article reports."""

from reader.core.attribution.attributions import Attribution
from reader.core.attribution.cue_list import CueList
from reader.core.attribution.joining import find_attributions

__all__ = ["Attribution", "CueList", "find_attributions"]
