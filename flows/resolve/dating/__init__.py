"""On which days can each match have been played and each story been written? By constraint, until nothing moves."""

from flows.resolve.dating.dated import Dated, date_all

__all__ = ["Dated", "date_all"]
