import json

from samestory.exports import annotations as module
from samestory.exports.annotations import annotations
from samestory.exports.identity import named_information
from samestory.exports.rights import sha256
from samestory.tables import build


def written(tables, rights):
    return json.loads("".join(annotations(tables, rights=rights, title="Ferry", generator="samestory 1")))


def test_every_annotation_has_its_letters_at_its_position(tables, rights, texts, long):
    collection = written(tables, rights)
    items = collection["first"]["items"]
    assert collection["@context"] == ["http://www.w3.org/ns/anno.jsonld"]
    assert collection["total"] == len(items) == 4
    for item in items:
        target = item["target"]
        text = texts[target["source"]["dc:identifier"]]
        position, quote = target["selector"]
        exact = text[position["start"] : position["end"]]
        assert target["source"]["id"] == named_information(sha256(text))
        assert target["schema:sha256"] == sha256(exact)
        if quote["type"] == "RangeSelector":
            assert exact == long
            assert not rights.full
            assert long.startswith(quote["startSelector"]["exact"])
            assert len(quote["startSelector"]["exact"].split()) == 25
            assert quote["endSelector"]["start"] == position["end"]
        else:
            assert quote["exact"] == exact
            start, end = position["start"], position["end"]
            assert text[:start].endswith(quote.get("prefix", ""))
            assert text[end:].startswith(quote.get("suffix", ""))


def test_the_bodies_say_what_was_coded(tables, rights):
    items = written(tables, rights)["first"]["items"]
    said = {item["body"][0]["value"]: [body["value"] for body in item["body"]] for item in items}
    assert said["a:24-26:passengers"][1:3] == ["passengers", "40 passenger"]
    assert said["firm"] == ["firm", "operator", "voice: reported"]


def test_ids_come_from_content_and_are_distinct(tables, rights):
    first, second = (written(tables, rights)["first"]["items"] for _ in range(2))
    assert first == second
    assert len({item["id"] for item in first}) == len(first)


def test_no_claim_is_no_error(tables, rights):
    empty = {name: frame.iloc[:0] for name, frame in tables.items()}
    assert written(empty, rights)["first"]["items"] == []


def test_of_a_large_corpus_what_is_coded_is_annotated_and_the_label_says_so(tables, rights, texts, monkeypatch):
    times = [{"doc_id": "b", "start": 0, "end": 4, "text": texts["b"][:4], "type": "DATE", "rule": "year"}]
    larger = {**tables, "claims/times": build("claims/times", times)}
    assert (written(larger, rights)["total"], written(larger, rights)["label"]) == (5, "Ferry")
    monkeypatch.setattr(module, "MOST", 4)
    collection = written(larger, rights)
    assert collection["label"] == "Ferry (claims and name choices)"
    assert collection["total"] == len(collection["first"]["items"]) == 4
