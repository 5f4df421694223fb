"""The present and the participle of a phrase told in the past: "drew level" -> "draws level", "drawing level".

In: a phrase whose first word is a verb's past. Out: its other forms, for a lexicon: where spelling leaves two open
("nodes", "nods") both stand, as what is no word is never met.
"""

from __future__ import annotations

_IRREGULAR = {
    "beat": "beat", "began": "begin", "bent": "bend", "blew": "blow", "broke": "break", "brought": "bring",
    "came": "come", "crept": "creep", "dealt": "deal", "did": "do", "drew": "draw", "drove": "drive", "fell": "fall",
    "fed": "feed", "flew": "fly", "found": "find", "fought": "fight", "gave": "give", "got": "get", "held": "hold",
    "hit": "hit", "kept": "keep", "laid": "lay", "leapt": "leap", "led": "lead", "left": "leave", "let": "let",
    "made": "make", "met": "meet", "paid": "pay", "put": "put", "ran": "run", "rose": "rise", "sank": "sink",
    "sent": "send", "set": "set", "shot": "shoot", "slid": "slide", "sped": "speed", "spun": "spin",
    "stole": "steal", "struck": "strike", "stuck": "stick", "swept": "sweep", "swung": "swing", "threw": "throw",
    "took": "take", "tore": "tear", "went": "go", "won": "win",
}  # fmt: skip
_DOUBLED = frozenset({"begin", "get", "hit", "let", "put", "run", "set", "spin", "win"})
_AS_ES = ("s", "sh", "ch", "x", "z", "o")


def other_forms(phrase: str) -> list[str]:
    """The phrase in its other forms, none where its first word is no past of a verb."""
    first, _, rest = phrase.partition(" ")
    return [f"{form} {rest}" for form in _forms(first)] if rest else []


def forms_of(past: str) -> list[str]:
    """A verb's past and its other forms; the word alone where it is no past of a verb."""
    return [past, *_forms(past)]


def bare(past: str) -> list[str]:
    """The forms that a verb's bare form may have by its past: "settled" -> "settl", "settle"; none of no past."""
    if (base := _IRREGULAR.get(past)) is not None:
        return [base]
    if not past.endswith("ed"):
        return []
    stem = past.removesuffix("ed")
    if stem.endswith("i"):
        return [stem.removesuffix("i") + "y"]
    return [stem, stem + "e", *([stem[:-1]] if stem[-1] == stem[-2] else [])]


def _forms(past: str) -> list[str]:
    if (base := _IRREGULAR.get(past)) is not None:
        present = "flies" if base == "fly" else base + ("es" if base.endswith(_AS_ES) else "s")
        if base in _DOUBLED:
            return [present, base + base[-1] + "ing"]
        return [present, base.removesuffix("e") + "ing"]
    if not past.endswith("ed") or len(past) < len("added"):
        return []
    stem = past.removesuffix("ed")
    if stem.endswith("i"):
        return [stem + "es", stem.removesuffix("i") + "ying"]
    single = [stem[:-1] + "s"] if stem[-1] == stem[-2] else []
    return [stem + "s", stem + "es", stem + "ing", *single]
