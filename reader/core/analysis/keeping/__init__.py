"""An analysis as plain data that can be kept, and back: small, for there are thousands."""

from reader.core.analysis.keeping.findings import found_in
from reader.core.analysis.keeping.keeping import FORM, analysis_from_plain, plain_analysis
from reader.core.analysis.keeping.speakers import SPOKEN_PARTS, spoken_of, voices_in

__all__ = [
    "FORM",
    "SPOKEN_PARTS",
    "analysis_from_plain",
    "found_in",
    "plain_analysis",
    "spoken_of",
    "voices_in",
]
