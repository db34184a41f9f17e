"""What every figure promises: honest when little is there, the same bytes twice, letters inside the frame."""

import json

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from samestory.figures import FIGURES, FigureSettings, save
from samestory.figures.style import PAGE, SMALL, WIDTH, look
from samestory.reads import FIGURES_READ


def only(tables, docs):
    """The same tables with some articles only."""
    kept = {}
    for name, frame in tables.items():
        for column in ("doc_id", "doc_a", "doc_b", "sibling"):
            if column in frame.columns:
                frame = frame[frame[column].isin(docs)]
        kept[name] = frame
    return kept


def texts_of(drawing):
    return [text for text in drawing.axes[0].texts if text.get_text().strip()]


def overflowing(drawing):
    """Texts that leave the frame or meet another text."""
    with look():
        renderer = FigureCanvasAgg(drawing).get_renderer()
        texts = texts_of(drawing)
        boxes = [t.get_window_extent(renderer) for t in texts]
    frame = drawing.bbox
    bad = [
        t.get_text()
        for t, b in zip(texts, boxes, strict=True)
        if b.x0 < frame.x0 - 1 or b.x1 > frame.x1 + 1 or b.y0 < frame.y0 - 1 or b.y1 > frame.y1 + 1
    ]
    for i, a in enumerate(boxes):
        for j in range(i):
            b = boxes[j]
            wide = min(a.x1, b.x1) - max(a.x0, b.x0)
            high = min(a.y1, b.y1) - max(a.y0, b.y0)
            if wide > 1 and high > 0.25 * min(a.height, b.height):
                bad.append(f"{texts[j].get_text()} / {texts[i].get_text()}")
    return bad


@pytest.mark.parametrize("name", FIGURES)
def test_same_bytes_twice(name, tables, tmp_path):
    for folder in ("one", "two"):
        save(FIGURES[name](tables), tmp_path / folder, name)
    written = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert written == sorted(f"{name}.{suffix}" for suffix in ("svg", "png", "pdf", "json"))
    for file in written:
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()
    words = json.loads((tmp_path / "one" / f"{name}.json").read_text(encoding="utf-8"))
    assert words["caption"]
    assert words["alt"]


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("articles", ["tables", "twelve", "fifty"])
def test_letters_stay_in_the_frame_apart_and_large_enough_on_one_page(name, articles, request):
    drawing = FIGURES[name](request.getfixturevalue(articles)).drawing
    assert overflowing(drawing) == []
    assert min((text.get_fontsize() for text in texts_of(drawing)), default=SMALL) >= SMALL
    width, height = drawing.get_size_inches()
    assert height <= PAGE
    assert width <= (WIDTH if articles == "tables" else 9.1)


@pytest.mark.parametrize("name", FIGURES)
def test_nothing_at_all_is_said_not_failed(name, tmp_path):
    figure = FIGURES[name]({})
    assert figure.caption
    save(figure, tmp_path, name)


@pytest.mark.parametrize("name", FIGURES)
def test_one_article_alone(name, tables):
    figure = FIGURES[name](only(tables, ["west"]))
    assert figure.caption
    assert overflowing(figure.drawing) == []


# The others count articles and show none.
SAMPLED = ["reuse_map", "overlap_matrix", "origins", "claim_matrix", "voices", "timeline", "wording"]


@pytest.mark.parametrize("name", SAMPLED)
def test_a_large_corpus_is_a_stated_sample(name, fifty):
    figure = FIGURES[name](fifty, FigureSettings(max_documents=10))
    assert "Shown: 10 of 51 articles" in figure.caption


def test_the_tables_that_are_read_are_those_that_the_rule_names(tables, asked_for):
    recorded = asked_for(tables)
    for draw in FIGURES.values():
        draw(recorded)
    assert recorded.names == set(FIGURES_READ)
