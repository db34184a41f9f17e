"""What the README shows is what the run gives."""

import json
import re


def test_the_commands_are_the_ones_that_are_tested(root):
    readme, ci = ((root / name).read_text(encoding="utf-8") for name in ("README.md", ".ci/run"))
    for command in ("uv run --locked snakemake --cores 4", "uv run --locked pytest"):
        assert command in readme
        assert command in ci
    assert "pip install uv && uv run --locked snakemake --cores 4\n" in readme


def test_the_findings_are_the_runs(root, seed_run):
    block = re.search(r"<!-- findings -->\n(.*)<!-- /findings -->", (root / "README.md").read_text(), re.DOTALL)[1]
    shown = [line.removeprefix("- ") for line in block.splitlines() if line]
    found = [finding["sentence"] for finding in json.loads((seed_run / "report/findings.json").read_text())]
    assert len(shown) == 3
    assert set(shown) <= set(found)


def test_the_example_is_the_run(root, seed_run):
    shown = sorted(path for path in (root / "docs/example").iterdir() if path.suffix in {".png", ".html"})
    assert shown
    for path in shown:
        made = seed_run / ("report" if path.suffix == ".html" else "figures") / path.name
        assert path.read_bytes() == made.read_bytes(), path.name


def pages(root):
    """Every page of documentation that the repository holds."""
    folders = ("", "docs", "config", "results", "corpora/*")
    return [path for folder in folders for path in sorted(root.glob(f"{folder}/*.md".lstrip("/")))]


def test_links_lead_somewhere(root):
    links = {
        (page, link): page.parent / link.partition("#")[0]
        for page in pages(root)
        for link in re.findall(r"\]\(([^)]+)\)", page.read_text(encoding="utf-8"))
        if "://" not in link
    }
    assert {page.name for page, _ in links} >= {"README.md", "method.md", "your-own-event.md"}
    assert [entry for entry, target in links.items() if not target.exists()] == []


def test_every_path_that_a_page_names_is_there(root):
    named = {
        (page.name, path)
        for page in pages(root)
        for path in re.findall(
            r"`((?:src|workflow|scripts|tests|benchmarks|profiles|notebooks|docs|\.ci)/[\w./-]*)",
            page.read_text(encoding="utf-8"),
        )
    }
    assert ("method.md", "benchmarks/cleaning.py") in named
    assert [entry for entry in sorted(named) if not (root / entry[1]).exists()] == []
