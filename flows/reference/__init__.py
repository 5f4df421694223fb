"""What do official results say? Files that the user mounts with `--reference`, as one frame of results.

CSV and Football.TXT go in; out comes one row a match under the names that the warehouse uses, and a list of what is
odd about the files. Nothing is judged here: that is done by the SQL of `sql/reference`. A file that cannot be read
is a PressboxError that names the file and the line.
"""

from flows.reference.results import Reference, read_references

__all__ = ["Reference", "read_references"]
