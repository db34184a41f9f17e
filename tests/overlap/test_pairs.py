import pytest

SHARED = "The harbour master closed the northern quay before dawn because two barges broke loose."


def test_containment_is_the_share_of_own_words(overlap):
    frames = overlap(
        {"a": SHARED, "b": f"{SHARED}\n\nNobody saw anything at all during those hours, people explained later."}
    )
    (row,) = frames["overlap/pairs"].to_dict("records")
    assert (row["shared_words"], row["n_passages"], row["longest_passage"]) == (14, 1, 14)
    assert row["containment_a"] == 1.0
    assert row["containment_b"] == pytest.approx(14 / 25, abs=1e-6)
    assert row["jaccard"] == pytest.approx(10 / 21, abs=1e-6)


def test_furniture_is_neither_matched_nor_counted(overlap):
    advert = "Sign up to our daily newsletter and never miss another story from your own town again."
    frames = overlap({"a": f"{SHARED}\n\n{advert}", "b": f"{advert}\n\n{SHARED}"}, furniture=(advert,))
    (row,) = frames["overlap/pairs"].to_dict("records")
    assert (row["containment_a"], row["containment_b"], row["shared_words"]) == (1.0, 1.0, 14)
    assert row["cosine"] == 1.0
    stretches = frames["overlap/stretches"]
    assert set(stretches[stretches["content"] == "furniture"]["doc_id"]) == {"a", "b"}


def test_words_covered_twice_count_once(overlap):
    frames = overlap({"a": f"{SHARED}", "b": f"{SHARED}\n\nIn between stands something else entirely.\n\n{SHARED}"})
    (row,) = frames["overlap/pairs"].to_dict("records")
    assert (row["shared_words"], row["n_passages"]) == (14, 2)
