"""Articles -> claims. Text in, records of `claims.py` out; pure functions that know no database and no scheduler.

The way of a text: normalise, scan once, split into stories, settle who is who, then results, goals and measures by
frames, and an account of every number. Read `read.py` for the line of calls.
"""

from flows.extract.read import extract_document, rules_version, to_frames

__all__ = ["extract_document", "rules_version", "to_frames"]
