"""The guide to codebooks does what it says."""

import re
from pathlib import Path

import pytest

from samestory.command import main

GUIDE = Path(__file__).parents[1] / "docs" / "codebook.md"


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    """The corpus of the guide's example, written as it says."""
    blocks = re.findall(r"```(text|yaml)\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    texts = [block for kind, block in blocks if kind == "text"]
    (tmp_path / "raw").mkdir()
    for name, text in zip(("gazette", "herald"), texts, strict=True):
        (tmp_path / "raw" / f"{name}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "codebook.yaml").write_text(next(b for kind, b in blocks if kind == "yaml"), encoding="utf-8")
    return tmp_path


def tried(ferry: Path, article: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["codebook", "try", str(ferry / "codebook.yaml"), str(ferry / "raw" / f"{article}.txt")]) == 0
    return capsys.readouterr().out


def test_the_gazette_is_read_as_the_guide_says(ferry: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tried(ferry, "gazette", capsys)
    assert "  9 person; “Nine people”; line 3, body; attributed to coastguard; by unit: person; noun\n" in out
    assert "“more than 20”" in out
    assert "“30 people”; line 7, body; asserted; by unit: person; noun; not counted: about what came before" in out
    assert "  unknown; “not known how many passengers were missing”" in out
    assert "T05:40; “5.40am”" in out


def test_the_herald_is_read_as_the_guide_says(ferry: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tried(ferry, "herald", capsys)
    assert "  11 person; “Eleven people”" in out
    assert "two children" not in out
    assert "  human error; “fell asleep”; line 5, body; hedged" in out
    assert "  not speed; “too fast”" in out
