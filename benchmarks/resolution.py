"""How long the resolution of many seasons of claims takes, and whether it grows with their number and no faster.

Sizes in, a small table out: `python -m benchmarks.resolution [CLAIMS ...]`. Each size is resolved in a process of its
own, on all cores, so that the memory is that of one run; making the claims is not counted, holding them is.
"""

import argparse
import resource
import subprocess
import sys
import time

import polars as pl

from benchmarks.invented_claims import claims
from flows.resolve import resolve

SIZES = [100_000, 300_000, 1_000_000]
_NO_LINKS = pl.DataFrame(
    schema={name: pl.String for name in ("claim_id", "claim_kind", "resolved_kind", "resolved_id", "field")}
)


def measure(wanted: int) -> str:
    """One row of the table: claims, rows, seconds, seconds of all cores, claims a second, memory."""
    told = claims(wanted)
    n_claims = sum(frame.height for table, frame in told.items() if table != "articles")
    wall, cores = time.perf_counter(), time.process_time()
    resolved = resolve(told, _NO_LINKS)
    wall, cores = time.perf_counter() - wall, time.process_time() - cores
    gigabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    rows = sum(resolved[table].height for table in ("matches", "ties", "goals", "statistics"))
    return f"| {n_claims:,} | {rows:,} | {wall:.1f} | {cores:.1f} | {n_claims / wall:,.0f} | {gigabytes:.1f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("claims", nargs="*", type=int, help="how many claims to resolve (100000 300000 1000000)")
    parser.add_argument("--alone", action="store_true", help="measure in this process and print the row alone")
    arguments = parser.parse_args()
    sizes = arguments.claims or SIZES
    if arguments.alone:
        print(measure(sizes[0]))
        return
    print("| claims | resolved rows | seconds | seconds of all cores | claims/s | GB |\n|---|---|---|---|---|---|")
    for size in sizes:
        command = [sys.executable, "-m", "benchmarks.resolution", "--alone", str(size)]
        print(subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip(), flush=True)


if __name__ == "__main__":
    main()
