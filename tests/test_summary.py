import json

from samestory.summary import summarise


def test_the_first_finding_of_each_kind_and_where_to_look(tmp_path):
    (tmp_path / "report").mkdir()
    (tmp_path / "report" / "index.html").touch()
    findings = [
        {"kind": "origins", "sentence": "3 articles, 2 origins."},
        {"kind": "left_out", "sentence": "South lacks 2 sentences that North has."},
        {"kind": "left_out", "sentence": "North lacks 1 sentence that South has."},
    ]
    (tmp_path / "report" / "findings.json").write_text(json.dumps(findings), encoding="utf-8")
    said = summarise(tmp_path).splitlines()
    assert said[1:4] == [
        "What was found",
        "  - 3 articles, 2 origins.",
        "  - South lacks 2 sentences that North has. (1 more on what a copy left out)",
    ]
    assert any(line.startswith("  report/index.html ") for line in said)
    assert not any("figures/" in line for line in said)


def test_one_more_contradiction_is_said_as_one(tmp_path):
    (tmp_path / "report").mkdir()
    findings = [{"kind": "contradiction", "sentence": f"They differ on {what}."} for what in ("date", "place", "name")]
    for number, more in ((2, "(1 more contradiction)"), (3, "(2 more contradictions)")):
        (tmp_path / "report" / "findings.json").write_text(json.dumps(findings[:number]), encoding="utf-8")
        assert f"They differ on date. {more}" in summarise(tmp_path)


def test_a_long_sentence_is_cut_and_no_line_is_wide(tmp_path):
    (tmp_path / "report").mkdir()
    finding = {"kind": "contradiction", "sentence": "word " * 200}
    (tmp_path / "report" / "findings.json").write_text(json.dumps([finding]), encoding="utf-8")
    said = summarise(tmp_path)
    assert "…" in said
    assert max(map(len, said.splitlines())) <= 100 + len(str(tmp_path))


def test_a_run_without_a_report_says_nothing(tmp_path):
    assert summarise(tmp_path) == ""


def test_a_long_quotation_is_cut_inside_its_marks(tmp_path):
    (tmp_path / "report").mkdir()
    quoted = "the ferry drifted off the cape until two tugs came and " * 4
    sentence = f"North has “{quoted}” and South has “{quoted}” on the word of nobody."
    finding = {"kind": "contradiction", "sentence": sentence}
    (tmp_path / "report" / "findings.json").write_text(json.dumps([finding]), encoding="utf-8")
    said = " ".join(summarise(tmp_path).split())
    assert said.count("“") == said.count("”") == 2
    assert "on the word of nobody." in said
