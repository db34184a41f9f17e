"""The report: one HTML file that opens without a network."""

import base64
import hashlib
import itertools
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import quote

import jinja2
import pandas as pd
from markupsafe import Markup

from samestory.figures.claim_values import question_names
from samestory.figures.selection import select
from samestory.figures.style import ARTICLES, CONTENTS
from samestory.phrasing import listed
from samestory.report.finding import KINDS, UNSURE, Finding
from samestory.report.findings import count_cuts, find_findings, headline, json_list
from samestory.report.listing import Sources
from samestory.report.listing_said import said_listings
from samestory.report.listing_texts import text_listings
from samestory.report.methods import methods
from samestory.report.quoting import Quotation, quote_claims
from samestory.report.room import reading_room
from samestory.stored import labels_of, table

FIRST_SCREEN = 4
FIRST_LEFT_OUT = 12
VIEW_BOX = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
# Height by width from which a figure runs over several pages of paper.
TALL = 2.2
# A drawing that says in a line or two that there is nothing to see is no higher, in points.
EMPTY = 54
# How the edge of an article's pane is drawn, by the shape of its sign in the figures.
EDGES = ("solid", "double", "dotted")
SCRIPTS = ("tables.js", "texts.js", "room.js")
# Rows of a table that stand in the page itself, for print and for browsers without script; the script adds the rest.
FIRST_ROWS = 40


@dataclass(frozen=True)
class Picture:
    """A figure as the report shows it: an SVG file's text, its title, caption and alternative text."""

    svg: str
    title: str
    caption: str
    alt: str

    @property
    def empty(self) -> bool:
        """Whether it only says that there is nothing to see."""
        box = VIEW_BOX.search(self.svg)
        return box is not None and float(box[2]) <= EMPTY

    @property
    def tall(self) -> bool:
        """Whether it would be too small to read on one page of paper."""
        box = VIEW_BOX.search(self.svg)
        return box is not None and float(box[2]) > TALL * float(box[1])


@dataclass(frozen=True)
class Sides:
    """The two sides of a conflict.

    Attributes:
        a, b: the claim that shows each side best.
        also_a, also_b: the other articles that hold it, as a sentence names them, or "".
        linked: whether the reading room has both articles.
        aligned: whether the question was found by alignment, so that the two may not speak of one thing.
    """

    a: Quotation
    b: Quotation
    also_a: str
    also_b: str
    linked: bool
    aligned: bool


@dataclass(frozen=True)
class ReportSettings:
    """How much the page holds.

    Attributes:
        max_documents: articles in the reading room; of a larger corpus the largest clusters of reuse.
        max_rows: rows of one table; the rest is in the published tables.
    """

    max_documents: int = 500
    max_rows: int = 20_000


def read_pictures(folder: Path | str, names: Sequence[str]) -> dict[str, Picture]:
    """Read figures saved by samestory.figures.save: ``name``.svg and ``name``.json."""
    folder = Path(folder)
    return {
        name: Picture(
            (folder / f"{name}.svg").read_text(encoding="utf-8"),
            **json.loads((folder / f"{name}.json").read_text(encoding="utf-8")),
        )
        for name in names
    }


def render(
    tables: Mapping[str, pd.DataFrame],
    figures: Mapping[str, Picture],
    about: Mapping[str, Any],
    settings: ReportSettings | None = None,
    findings: Sequence[Finding] | None = None,
) -> str:
    """Write the page.

    Args:
        tables: the published tables by their full names; missing ones count as empty.
        figures: the figures in the order of the page.
        about: what the corpus says of itself, all of it optional: ``corpus``, ``title`` and ``event`` (texts),
            ``selection`` (how the articles were chosen, the keys of corpus.yaml), ``rights`` (unless ``full``, the
            page says that it is not to be passed on), ``questions`` (the codebook's question by variable),
            ``parameters``, ``hashes`` and ``versions`` (mappings from name to value).
        settings: how much the page holds.
        findings: what was found, where it is known already.

    Returns:
        HTML in which every string of an article is escaped, without lone surrogates.
    """
    settings = settings or ReportSettings()
    findings = find_findings(tables) if findings is None else findings
    chosen = select(tables, settings.max_documents)
    shown = frozenset(chosen.doc_ids)
    quotations = quote_claims(tables, _told_claims(tables, shown, settings.max_rows))
    room = reading_room(tables, chosen, quotations)
    sources = Sources(tables, quotations, shown, settings.max_rows)
    page = _template().render(
        about={"corpus": "", "title": "", "event": "", "rights": None, **about},
        headline=headline(tables),
        **_told_findings(tables, findings, about.get("questions", {})),
        pairs=_pairs(tables, quotations, shown),
        room_cuts=room["cuts"],
        first_screen=FIRST_SCREEN,
        first_rows=FIRST_ROWS,
        figures={name: (picture, _data_address(picture.svg)) for name, picture in figures.items()},
        listings=[
            (listing, Markup(_json([[item.as_data() for item in row] for row in listing.rows])))  # noqa: S704
            for listing in [*said_listings(sources), *text_listings(sources)]
        ],
        note=chosen.note,
        methods=methods(tables, about),
        data=Markup(_json(room)),  # noqa: S704 -- every < > & is escaped
        **_style_and_script(),
    )
    return page.encode("utf-8", "replace").decode("utf-8")


def _told_findings(
    tables: Mapping[str, pd.DataFrame], findings: Sequence[Finding], questions: Mapping[str, str]
) -> dict[str, Any]:
    """What the template tells of the findings; the questions are the codebook's by variable."""
    kinds, name = _by_kind(findings), question_names(tables)
    return {
        "findings": kinds,
        "contradictions": _by_question(kinds["contradiction"]),
        "unsure": UNSURE,
        "doubt": "Not sure: one of the two may be of something else.",
        "lost": _by_question(kinds["lost"]),
        "asked": {name(variable): question for variable, question in questions.items()},
        "cuts": _cuts(tables, kinds["left_out"][:FIRST_LEFT_OUT]),
        "left_out": len(count_cuts(tables)),
        "first_left_out": FIRST_LEFT_OUT,
    }


def _style_and_script() -> dict[str, str]:
    """The page's style and script with their hashes, by which its security policy knows them."""
    style, script = _part("report.css").replace("/*palette*/", _palette()), "".join(_part(name) for name in SCRIPTS)
    return {
        "style": Markup(style),  # noqa: S704 -- our own file
        "script": Markup(script),  # noqa: S704 -- our own files
        "style_hash": _hash(style),
        "script_hash": _hash(script),
    }


def _told_claims(tables: Mapping[str, pd.DataFrame], shown: frozenset[str], max_rows: int) -> set[str]:
    """Give the claims that the page tells: of the reading room's articles, of conflicts, and of its listing."""
    ids = table(tables, "claims/claims", ("claim_id", "doc_id"))
    conflicts = table(tables, "compare/conflicts", ("claim_a", "claim_b"))
    mine = ids["doc_id"].isin(shown)
    return {*ids["claim_id"][mine], *ids["claim_id"][:max_rows], *conflicts["claim_a"], *conflicts["claim_b"]}


def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(_part),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("report.html.j2")


def _part(name: str) -> str:
    return files("samestory.report").joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def _data_address(svg: str) -> Markup:
    """The picture as an address; letters stand for themselves, which takes a quarter less than base64."""
    lines = " ".join(line.strip() for line in svg.replace('"', "'").splitlines())
    address = "data:image/svg+xml," + quote(lines, safe=" !$&'()*+,-./:;=?@_~")
    # Quotation marks and angle brackets are encoded above: only & is left to escape.
    return Markup(address.replace("&", "&amp;"))  # noqa: S704


def _json(data: Any) -> str:
    """JSON that cannot end the script element it stands in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _palette() -> str:
    """The figures' colours as style rules."""
    signs = enumerate(itertools.product(EDGES, ARTICLES))
    rules = [f".article-{i} {{ --article: {colour}; --edge: {edge}; }}" for i, (edge, colour) in signs]
    rules += [f".content-{name} {{ --fill: {fill}; --on: {ink}; }}" for name, (fill, ink, _) in CONTENTS.items()]
    return "\n".join(rules)


def _by_kind(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    kinds: dict[str, list[Finding]] = {kind: [] for kind in KINDS}
    for finding in findings:
        kinds[finding.kind].append(finding)
    return kinds


def _by_question(findings: Sequence[Finding]) -> list[tuple[str, list[Finding]]]:
    """Findings by their question, both in the order given."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.question, []).append(finding)
    return list(groups.items())


def _pairs(
    tables: Mapping[str, pd.DataFrame], quotations: Mapping[str, Quotation], shown: frozenset[str]
) -> dict[str, Sides]:
    """The two sides of each conflict by its fragment."""
    labels = labels_of(tables)
    aligned = set(table(tables, "claims/claims", ("variable",), {"variable_origin": ["auto"]})["variable"])

    def also(row: Mapping[Any, Any], side: str) -> str:
        others = sorted(set(json_list(row[f"documents_{side}"])) - {row["doc_a"], row["doc_b"]})
        return listed([labels[doc] for doc in others])

    return {
        f"conflict={row['conflict_id']}": Sides(
            quotations[row["claim_a"]],
            quotations[row["claim_b"]],
            also(row, "a"),
            also(row, "b"),
            {row["doc_a"], row["doc_b"]} <= shown,
            row["variable"] in aligned,
        )
        for row in table(tables, "compare/conflicts").to_dict("records")
        if row["claim_a"] in quotations and row["claim_b"] in quotations
    }


def _cuts(tables: Mapping[str, pd.DataFrame], findings: Sequence[Finding]) -> dict[str, list[str]]:
    """The sentences an article lacks, by the fragment of the finding, as its sibling prints them."""
    told = [[cell.row[0] for cell in finding.cells if cell.table == "clean/documents"] for finding in findings]
    where = {"doc_id": [doc for doc, _ in told], "sibling": [sibling for _, sibling in told]}
    found: dict[str, list[str]] = {}
    for row in table(tables, "overlap/cuts", where=where).to_dict("records"):
        found.setdefault(f"cut={row['doc_id']}~{row['sibling']}", []).append(row["text"])
    return found
