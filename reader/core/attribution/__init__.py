"""Source, cue and content of what an article reports."""

from reader.core.attribution.attributions import Attribution
from reader.core.attribution.cue_list import CueList
from reader.core.attribution.joining import find_attributions
from reader.core.attribution.quotations import quoted_spans

__all__ = ["Attribution", "CueList", "find_attributions", "quoted_spans"]
