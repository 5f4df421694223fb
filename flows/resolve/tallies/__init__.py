"""Do the numbers that stories give of one season hold each other?"""

from flows.resolve.tallies.held import Held, hold

__all__ = ["Held", "hold"]
