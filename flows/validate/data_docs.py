"""Great Expectations' pages made fit to be opened from a disk: no scripts, no outside assets, one small stylesheet.

As rendered, a page links seventeen stylesheets, scripts and images on the web (one with an id in its address) and is
bare without them; its index is empty without JavaScript. So the pages are stripped and painted here, and the overview
is our own.
"""

from __future__ import annotations

import re
from html import escape

from flows.validate.verdict import CheckResult, Verdict, by_table, headline, told

_SCRIPTS = re.compile(r"<script\b.*?</script\s*>", re.S | re.I)
_STYLES = re.compile(r"<style\b.*?</style\s*>", re.S | re.I)
_ASSETS = re.compile(r"<(?:link|img)\b[^>]*>", re.S | re.I)
_TITLES = re.compile(r"<title>.*?</title>", re.S | re.I)
_LINKS = re.compile(r"<a\b[^>]*href=\"(?!#)[^>]*>(.*?)</a>", re.S | re.I)
_HANDLERS = re.compile(r"\son\w+=\"[^\"]*\"", re.I)
_FOOTER = re.compile(r"<footer\b.*?</footer>", re.S | re.I)
_NAVBAR = re.compile(r"<nav class=\"navbar navbar-expand.*?</nav>\s*</div>\s*</nav>", re.S)


def standing_alone(html: str, table: str) -> str:
    """A table's page without anything from outside, with the reports' own look and a link back to the overview."""
    for part in (_NAVBAR, _FOOTER, _SCRIPTS, _STYLES, _ASSETS, _TITLES, _HANDLERS):
        html = part.sub("", html)
    html = _LINKS.sub(r"\1", html)
    head = f"<title>{escape(table)} - Data Docs</title><style>{STYLE}</style></head>"
    home = f'<body>\n<p><a href="../index.html">all tables</a> / {escape(table)}</p>'
    return html.replace("</head>", head, 1).replace("<body>", home, 1)


def overview_page(verdict: Verdict) -> str:
    """The first page: the verdict, one line a table with a link to its Data Docs, and every check that did not hold."""
    tables = "\n".join(_table_line(table, checks) for table, checks in by_table(verdict).items())
    failing = "\n".join(_failing(check) for check in verdict.failing) or "<p>None.</p>"
    head = "".join(f"<th>{title}</th>" for title in ("table", "checks", "hold", "rows moved", "fail"))
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="UTF-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>Data Docs</title><style>{STYLE}</style></head>\n<body class="overview">\n<h1>Validation</h1>\n'
        f'<p class="verdict{" refused" if verdict.refused else ""}">{escape(headline(verdict))}</p>\n'
        f'<table class="table"><thead><tr>{head}</tr></thead><tbody>\n{tables}\n</tbody></table>\n'
        f"<h2>Checks that did not hold</h2>\n{failing}\n</body></html>\n"
    )


def _table_line(table: str, checks: list[CheckResult]) -> str:
    failing = [check for check in checks if not check.success]
    names = ", ".join(f'<a href="#{_anchor(check)}">{escape(check.name)}</a>' for check in failing)
    moved = sum(check.n_quarantined for check in checks)
    return (
        f'<tr><td><a href="tables/{escape(table)}.html">{escape(table)}</a></td><td>{len(checks)}</td>'
        f"<td>{len(checks) - len(failing)}</td><td>{moved or ''}</td><td>{names}</td></tr>"
    )


def _failing(check: CheckResult) -> str:
    title = f'<h3 id="{_anchor(check)}"><span class="badge {check.severity}">{check.severity}</span> '
    title += f"{escape(check.table)}: {escape(check.name)}</h3>"
    lines = [title, f"<p>{escape(check.reason)}</p>", f"<p>{escape(told(check, len(check.rows)))}</p>"]
    if check.rows:
        head = "".join(f"<th>{escape(column)}</th>" for column in check.rows[0])
        body = "\n".join(f"<tr>{''.join(_cell(value) for value in row.values())}</tr>" for row in check.rows)
        lines.append(f'<table class="table"><thead><tr>{head}</tr></thead><tbody>\n{body}\n</tbody></table>')
    return "\n".join(lines)


def _cell(value: object) -> str:
    return f"<td>{'' if value is None else escape(str(value))}</td>"


def _anchor(check: CheckResult) -> str:
    return f"{check.table}-{check.name}"


STYLE = """
:root { color-scheme: light dark; --line: #8884; --good: #1a7f37; --bad: #c62828; --fair: #b26a00; --dim: #8882; }
body { font: 15px/1.5 system-ui, sans-serif; margin: 0 auto; padding: 1.5rem; max-width: 76rem; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.4rem 0 .4rem; }
h4 { font-size: 1.5rem; } h5 { font-size: 1.1rem; } h6 { font-size: .95rem; margin-top: .6rem; }
a { color: inherit; text-decoration-color: var(--line); text-underline-offset: .15em; }
table { border-collapse: collapse; width: 100%; margin: .4rem 0 1rem; overflow-wrap: anywhere; }
th, td { border-bottom: 1px solid var(--line); padding: .35rem .6rem .35rem 0; text-align: left; vertical-align: top; }
thead th { font-weight: 600; white-space: nowrap; } thead[hidden] { display: none; }
pre, code, textarea { font: 13px/1.45 ui-monospace, monospace; white-space: pre-wrap; }
.verdict { border-left: .4rem solid var(--good); background: var(--dim); padding: .6rem .9rem; font-weight: 600; }
.verdict.refused { border-color: var(--bad); }
.badge { border-radius: .25rem; padding: .05rem .45rem; font-size: .85em; background: var(--dim); }
.badge.critical { background: var(--bad); color: #fff; } .badge.warning { background: var(--fair); color: #fff; }
.overview > .table:first-of-type td:nth-child(-n + 4), .overview > .table:first-of-type td a { white-space: nowrap; }
.alert { border-left: .25rem solid var(--line); background: var(--dim); padding: .4rem .8rem; margin-top: 1.2rem; }
.alert h5, .alert h6 { margin: 0; }
.table > tbody > tr > td:first-child { width: 1%; white-space: nowrap; padding-right: 1.2rem; }
.overview .table > tbody > tr > td { width: auto; white-space: normal; }
.fa-check-circle::before, .fa-check::before { content: "holds"; color: var(--good); font-style: normal; }
.fa-times::before, .fa-times-circle::before { content: "fails"; color: var(--bad); font-style: normal; }
.fa-exclamation-triangle::before { content: "error"; color: var(--fair); font-style: normal; }
.sticky, .collapse, [data-toggle="collapse"], .lead { display: none; }
.text-danger { color: var(--bad); } .text-success { color: var(--good); }
"""
