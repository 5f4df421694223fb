"""How well a warehouse agrees with gold: the facts that careful readers found in the same texts.

A folder of gold files and an open warehouse go in, an `Evaluation` comes out: precision, recall and F1 of each kind of
fact, the share of right attributes, and what was missed or is not in the gold. `gold` reads the files, `agreement` says
which claim is which fact, `names` when two names are one, `figures` how it is told.
"""

from flows.evaluate.agreement import ATTRIBUTES, KINDS, Agreement, agreement
from flows.evaluate.evaluation import Evaluation, evaluate
from flows.evaluate.gold import read_gold

__all__ = ["ATTRIBUTES", "KINDS", "Agreement", "Evaluation", "agreement", "evaluate", "read_gold"]
