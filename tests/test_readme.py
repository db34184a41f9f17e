"""What the README shows is what the run gives."""

import json
import re


def test_the_commands_are_the_ones_that_are_tested(root):
    readme, ci = ((root / name).read_text(encoding="utf-8") for name in ("README.md", ".ci/run"))
    for command in ("uv run --locked snakemake --cores 4\n", "uv run --locked pytest\n"):
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


def test_links_lead_somewhere(root):
    links = re.findall(r"\]\(([^)]+)\)", (root / "README.md").read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if "://" not in link and not (root / link).exists()] == []
