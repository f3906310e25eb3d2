"""An analysis as plain data that can be kept, and back: small, for there are thousands."""

from reader.core.analysis.keeping.findings import found_in
from reader.core.analysis.keeping.keeping import FORM, analysis_from_plain, plain_analysis
from reader.core.analysis.keeping.speakers import voices_in

__all__ = ["FORM", "analysis_from_plain", "found_in", "plain_analysis", "voices_in"]
