from samestory.figures import wording
from samestory.figures.selection import select
from samestory.figures.wording import find_variants


def test_names_by_article_and_voice(tables):
    stranding, crash, passengers = find_variants(tables, select(tables, 50))
    assert (stranding.name, stranding.total) == ("stranding", 2)
    assert crash.uses == {"west": {"narrator": 1}}
    assert passengers.uses == {"south": {"reported": 1}}


def test_the_caption_counts_voices(tables):
    said = "4 naming choices for 1 concept in 3 articles: 3 in the article's own voice, 1 reported, 0 quoted."
    assert said in wording(tables).caption
