"""Source, cue and content of what an article reports.

Only the data is here; the finding of it is loaded by those who find (`joining`).
"""

from reader.core.attribution.attributions import Attribution

__all__ = ["Attribution"]
