"""The command line `pressbox`. Words go in; where they are wrong, one line that says what to do comes out.

Each command imports what it needs inside itself, so that `query`, `explain` and `status` start at once: prefect and
great_expectations are loaded by `run`, `check` and `schedule` alone. Exit codes: 0 done, 1 refused or not possible,
2 wrong usage, 130 interrupted, 141 when the reader of a pipe has gone.
"""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from flows.errors import PressboxError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console

    from flows.report.telling import Line

Warehouse = Annotated[Path, typer.Option("--warehouse", "-w", metavar="DIR", help="Folder that holds pressbox.duckdb.")]
Reference = Annotated[
    list[Path] | None,
    typer.Option("--reference", metavar="FILE", help="Official results, CSV or Football.TXT; may be given repeatedly."),
]
WAREHOUSE, RAW = Path("warehouse"), Path("raw")
SHOWN_ROWS = 1_000


class Door(TyperGroup):
    """Where every command comes back out: errors become one line and an exit code, never a traceback."""

    def invoke(self, ctx: Any) -> Any:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        try:
            done = super().invoke(ctx)
            sys.stdout.flush()
            return done
        except PressboxError as error:
            _complain(f"pressbox: {error}")
            raise typer.Exit(error.exit_code) from error
        except KeyboardInterrupt as interrupt:
            _complain("pressbox: interrupted; the published warehouse is as it was")
            raise typer.Exit(130) from interrupt
        except BrokenPipeError as gone:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(141) from gone
        except OSError as error:
            _complain(f"pressbox: {error.filename}: {error.strerror}" if error.filename else f"pressbox: {error}")
            raise typer.Exit(1) from error


app = typer.Typer(
    cls=Door,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _complain(text: str) -> None:
    print(text, file=sys.stderr)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import PackageNotFoundError, version

        try:
            print(f"pressbox {version('pressbox')}")
        except PackageNotFoundError:
            print("pressbox, from a checkout that is not installed")
        raise typer.Exit


@app.callback()
def pressbox(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Football news in, a validated DuckDB warehouse of match and statistic facts out."""


@app.command()
def run(
    raw: Annotated[Path, typer.Argument(metavar="RAW", help="Folder of .txt and .txt.gz files, at any depth.")] = RAW,
    warehouse: Warehouse = WAREHOUSE,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print the last line only.")] = False,
    full: Annotated[bool, typer.Option("--full", help="Read every file again, changed or not.")] = False,
    reference: Reference = None,
) -> None:
    """Read raw texts, check the facts, publish the warehouse.

    Only new and changed files are read. When a critical check fails, the published warehouse stays as it was and the
    exit code is 1. With --reference the facts are held against official results, for this run.
    """
    from flows.etl import run as run_flow
    from flows.report.progress import told
    from flows.report.summary import run_lines

    with told(quiet) as progress:
        summary = run_flow(raw, warehouse, full, progress, tuple(reference or ()))
    lines = list(run_lines(summary))
    print("\n".join(lines[-1:] if quiet else lines))
    raise typer.Exit(1 if summary.refused else 0)


@app.command()
def check(warehouse: Warehouse = WAREHOUSE) -> None:
    """Judge the published warehouse again.

    Nothing is read anew or changed; the reports in the warehouse's validation folder are.
    """
    from flows.report.published import database_of, published

    database = database_of(warehouse)
    with published(warehouse):
        pass  # a file that cannot be read is told of before two seconds go into importing the checks
    from flows.report.summary import check_lines, verdict_line
    from flows.validate import CLAIMS, RESOLVED, validate

    reports = database.with_name("validation")
    verdict = validate(database, [*CLAIMS, *RESOLVED], reports)
    for line in check_lines(verdict.failing, reports):
        print(line)
    print(verdict_line(verdict))
    raise typer.Exit(1 if verdict.refused else 0)


@app.command(context_settings={"ignore_unknown_options": True})  # SQL may begin with a comment: --
def query(
    what: Annotated[str | None, typer.Argument(metavar="WHAT", help="SQL, or the name of a question or table.")] = None,
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print a JSON array of objects.")] = False,
    parquet: Annotated[Path | None, typer.Option("--parquet", metavar="FILE", help="Write a Parquet file.")] = None,
    warehouse: Warehouse = WAREHOUSE,
) -> None:
    """Ask the warehouse in SQL, or by a question's name.

    WHAT is SQL, a ready-made question, a table or a view; - reads SQL from standard input; nothing lists the
    questions. Nothing that is asked can change the warehouse.
    """
    from flows.report import layout
    from flows.report.published import published
    from flows.report.query import ask, sql_of, write_parquet

    if csv + json + (parquet is not None) > 1:
        raise UsageError("choose one of --csv, --json and --parquet FILE")
    if what is None:
        return _show_questions()
    with published(warehouse) as connection:
        sql = sql_of(connection, sys.stdin.read() if what == "-" else what)
        if parquet is not None:
            return _complain(f"{parquet}: {layout.count(write_parquet(connection, sql, parquet), 'row')}")
        columns, rows = ask(connection, sql)
        if csv:
            layout.write_csv(columns, rows, sys.stdout)
        elif json:
            layout.write_json(columns, rows, sys.stdout)
        else:
            _show_rows(columns, list(rows))


def _show_questions() -> None:
    from flows.report.query import questions

    for question in questions():
        print(f"{question.name:<34} {question.about}")
    print('\nAsk one with `pressbox query NAME`, or your own with `pressbox query "select ..."`.')


def _show_rows(columns: list[str], rows: list[tuple[Any, ...]]) -> None:
    from flows.report.layout import count, fits, plain_lines, records, ruled_table

    if not sys.stdout.isatty():
        return print("\n".join(plain_lines(columns, rows)))
    console, shown = _console(), rows[:SHOWN_ROWS]
    for part in [ruled_table(columns, shown)] if fits(columns, shown, console.width) else records(columns, shown):
        console.print(part)
    hidden = f", the first {SHOWN_ROWS:,} shown: --csv prints all" if len(rows) > SHOWN_ROWS else ""
    console.print(f"({count(len(rows), 'row')}{hidden})", style="dim")


@app.command(context_settings={"ignore_unknown_options": True})  # a gap of points may be -3
def explain(
    what: Annotated[list[str], typer.Argument(metavar="WHAT", help="Names, a number or an id.")],
    warehouse: Warehouse = WAREHOUSE,
) -> None:
    """Show where a number comes from.

    WHAT is names, a number, a score, a season or an id. Prints the row it means and each claim behind it: the whole
    sentence, the article, the rule and its confidence.
    """
    from flows.report.explain import explain as explained
    from flows.report.published import published

    with published(warehouse) as connection:
        _show_lines(explained(connection, " ".join(what)))


def _show_lines(lines: Iterable[Line]) -> None:
    from flows.report.telling import in_plain

    if not sys.stdout.isatty():
        return print("\n".join(in_plain(line) for line in lines))
    console = _console()
    for indent, text in lines:
        for part in text.wrap(console, max(console.width - indent, 20)) or [text]:
            console.print(" " * indent, part, sep="", soft_wrap=True)


@app.command()
def status(warehouse: Warehouse = WAREHOUSE) -> None:
    """Show what is in the warehouse, and the last load."""
    from flows.report.published import published
    from flows.report.status import status as told

    with published(warehouse) as connection:
        for line in told(connection):
            print(line)


@app.command()
def export(
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help="football-txt.")] = "football-txt",
    competition: Annotated[str | None, typer.Option("--competition", metavar="NAME", help="Of this one only.")] = None,
    season: Annotated[str | None, typer.Option("--season", metavar="SEASON", help="Of this one only: 2019-20.")] = None,
    played: Annotated[bool, typer.Option("--played", help="Without matches still to come.")] = False,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Write this file, not to the screen.")
    ] = None,
    warehouse: Warehouse = WAREHOUSE,
) -> None:
    """Write the matches in another program's format.

    football-txt is Football.TXT of openfootball: a heading for each competition, season and round, a line for each
    match. The side named first is at home where that is known.
    """
    from flows.report.football_txt import lines, matches
    from flows.report.layout import count
    from flows.report.published import published

    if form != "football-txt":
        raise UsageError(f"--format {form}: the one format is football-txt")
    with published(warehouse) as connection:
        found = matches(connection, competition, season, scheduled=not played)
    text = "".join(f"{line}\n" for line in lines(found))
    if out is None:
        print(text, end="")
    else:
        out.write_text(text, encoding="utf-8")
    written = sum(match.can_be_written for match in found)
    if left := len(found) - written:
        _complain(
            f"{count(written, 'match', 'matches')} written; {count(left, 'match', 'matches')} of unknown "
            "competition or season, or with the goals of one side alone, left out"
        )


@app.command()
def docs(
    warehouse: Warehouse = WAREHOUSE,
    articles: Annotated[
        int, typer.Option("--articles", min=1, metavar="N", help="Articles on the evidence page.")
    ] = 300,
) -> None:
    """Write the data dictionary and the evidence page.

    dictionary.md tells every table and column, evidence.html paints every fact over its text; both lie in the
    warehouse's folder.
    """
    from flows.report.dictionary import write_dictionary
    from flows.report.evidence import write_evidence

    print(write_dictionary(warehouse))
    print(write_evidence(warehouse, articles))


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="Folder of gold files, NAME.jsonl for NAME.txt.")],
    warehouse: Warehouse = WAREHOUSE,
    only: Annotated[
        list[str] | None, typer.Option("--only", metavar="NAME", help="This gold file; repeatable.")
    ] = None,
    misses: Annotated[
        bool, typer.Option("--misses", help="Print each fact missed and each claim not in gold.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    min_f1: Annotated[
        float, typer.Option("--min-f1", min=0, max=1, metavar="F1", help="Exit with 1 where a kind of fact is below.")
    ] = 0.0,
) -> None:
    """Measure the published warehouse against gold.

    Gold is what careful readers found in the same texts. Prints precision, recall, F1 and the share of right attributes
    of each kind of fact, and how many claims are right at each confidence.
    """
    from flows.evaluate import evaluate as evaluated
    from flows.evaluate import read_gold
    from flows.evaluate.figures import as_json, below, lines
    from flows.report.published import published

    golds = read_gold(gold, only)
    with published(warehouse) as connection:
        evaluation = evaluated(connection, golds)
    print(as_json(evaluation, misses) if json else "\n".join(lines(evaluation, misses)))
    too_low = below(evaluation, min_f1)
    for line in too_low:
        _complain(f"pressbox: {line}")
    raise typer.Exit(1 if too_low else 0)


@app.command()
def schedule(
    cron: Annotated[str, typer.Option("--cron", metavar="CRON", help="When to run, as cron says it.")] = "0 6 * * *",
    raw: Annotated[Path, typer.Option("--raw", metavar="DIR", help="Folder of raw texts.")] = RAW,
    warehouse: Warehouse = WAREHOUSE,
    reference: Reference = None,
) -> None:
    """Run on a schedule, until interrupted."""
    from flows.schedule import serve

    serve(cron, raw, warehouse, tuple(reference or ()))


def _console() -> Console:
    from rich.console import Console

    return Console(highlight=False, markup=False, emoji=False)


def main() -> None:
    """What `pressbox` on the command line calls."""
    app(prog_name="pressbox")


if __name__ == "__main__":
    main()
