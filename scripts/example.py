"""Keep this run's figures and page in docs/example, and its findings in the README."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

from samestory.contract import data_dictionary
from samestory.job import run
from samestory.whole_file import whole_file

BLOCK = re.compile(r"(<!-- findings -->\n).*(<!-- /findings -->)", re.DOTALL)
# The README shows the first finding of each of these kinds.
KINDS = ("origins", "reuse", "contradiction")


def main(snakemake: Any) -> None:
    """Copy what a reader of the repository should see without running anything."""
    example = Path(snakemake.params.docs) / "example"
    example.mkdir(parents=True, exist_ok=True)
    for path in [*snakemake.input.figures, snakemake.input.page]:
        shutil.copyfile(path, example / Path(path).name)
    findings = json.loads(Path(snakemake.input.findings).read_text(encoding="utf-8"))
    first = [next(finding["sentence"] for finding in findings if finding["kind"] == kind) for kind in KINDS]
    readme = Path(snakemake.params.readme)
    block = "".join(f"- {sentence}\n" for sentence in first)
    text = BLOCK.sub(lambda match: match[1] + block + match[2], readme.read_text(encoding="utf-8"))
    for path, content in ((readme, text), (Path(snakemake.params.docs) / "tables.md", data_dictionary())):
        with whole_file(path) as temporary:
            temporary.write_text(content, encoding="utf-8")


if "snakemake" in globals():
    run(main, globals()["snakemake"])
