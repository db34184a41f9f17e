ONE = (
    "Rescue teams pulled 14 miners from the flooded Kestrel pit near Lowdale late on Tuesday.\n\n"
    "Their families had waited in a chapel.\n\nThe mayor thanked the volunteers for their patience and courage."
)
OTHER = (
    "Bakers in the valley gave out free bread all day.\n\n"
    "Late Tuesday, 14 miners were pulled out of the Kestrel pit near Lowdale, which had flooded, by rescue teams.\n\n"
    "Work will begin again in the spring, a spokeswoman for the owners expects."
)


def test_a_reworded_sentence_is_a_paraphrase(overlap):
    rows = overlap({"a": ONE, "b": OTHER})["overlap/passages"]
    (row,) = rows.to_dict("records")
    assert row["kind"] == "paraphrase"
    assert row["text_a"] == ONE[: ONE.index("\n")]
    assert row["text_b"] == OTHER.split("\n\n")[1]


def test_articles_of_different_events_are_not_compared(overlap):
    rows = overlap({"a": ONE, "b": OTHER}, events={"a": "mine", "b": "flood"})["overlap/passages"]
    assert len(rows) == 0


def test_a_reworded_sentence_with_a_verbatim_core_is_one_passage(overlap):
    one = (
        "The trawler Bonny Ellen radioed for help at a quarter to six, soon after it had passed the Skerry light, and "
        "drifted towards the Stack, harbour master Tom Rudd told reporters."
    )
    other = (
        "Soon after passing the Skerry light, the crew radioed for help at a quarter to six, and the trawler drifted "
        "close to the Stack, said Tom Rudd, harbour master at Pelling."
    )
    a, b = f"{ONE}\n\n{one}", f"{OTHER}\n\n{other}"
    rows = overlap({"a": a, "b": b})["overlap/passages"]
    row = rows[rows["text_a"].str.contains("trawler") | rows["text_a"].str.contains("radioed")]
    assert row[["kind", "text_a", "text_b"]].to_numpy().tolist() == [["paraphrase", one, other]]
    assert row["identity"].item() < 0.5


def test_a_sentence_copied_but_for_its_order_is_one_near_verbatim_passage(overlap):
    one = (
        "Spokeswoman Ida Brandt said on Friday that the trawler Bonny Ellen and her crew of nine boarded for winter "
        "repairs at Pelling harbour."
    )
    other = (
        "Spokeswoman Ida Brandt said on Friday that the trawler Bonny Ellen and her crew of nine came to Pelling "
        "harbour, boarded for repairs."
    )
    rows = overlap({"a": f"{ONE}\n\n{one}", "b": f"{OTHER}\n\n{other}"})["overlap/passages"]
    row = rows[rows["text_a"].str.contains("trawler")]
    assert row[["kind", "text_a", "text_b"]].to_numpy().tolist() == [["near_verbatim", one, other]]


def test_a_shared_quotation_in_a_sentence_otherwise_its_own_stays_the_passage(overlap):
    one = "“Nobody on this coast remembers a swell as high as that one,” Rudd told the inquiry at Pelling on Monday."
    other = "A retired pilot, he said that “nobody on this coast remembers a swell as high as that one” before he wept."
    rows = overlap({"a": f"{ONE}\n\n{one}", "b": f"{OTHER}\n\n{other}"})["overlap/passages"]
    row = rows[rows["text_a"].str.contains("swell")]
    assert row["kind"].tolist() == ["verbatim"]
    assert row["text_a"].item().strip("“,") == "Nobody on this coast remembers a swell as high as that one"


STORY = (
    "A fire destroyed the old mill at Harrow Bridge on Sunday night, police said.\n\n"
    "Neighbours saw flames in the upper windows shortly after ten and rang the fire brigade.\n\n"
    "Some 60 firefighters fought the blaze for six hours with water from the river.\n\n"
    "Nobody was inside, but two firefighters were treated for burns.\n\n"
    "The owner, Piet Lander, had meant to turn the building into flats.\n\n"
    "Investigators will search the ruin for the cause once the walls have been propped up.\n\n"
    "The mill was built in 1871 and had stood empty since the looms were sold."
)
RETOLD = (
    "Harrow Bridge lost its mill to flames as the weekend ended, according to police.\n\n"
    "It was a little past ten when people living nearby noticed fire on the top floor and called the brigade.\n\n"
    "Six hours passed before around 60 firefighters, pumping from the river, had it out.\n\n"
    "Two firefighters suffered burns; the place had been empty.\n\n"
    "Piet Lander, who owns it, had plans for flats in the building.\n\n"
    "As soon as its walls are safe, investigators are to look for what caused it.\n\n"
    "Looms last ran there long ago: built in 1871, the mill had no use since they were sold."
)
REPORTED = (
    "The siren woke half of Harrow Bridge.\n\n"
    "By the time I got to the river the roof of the mill had fallen in, and sparks flew as far as the school.\n\n"
    "Anna Wied, 81, worked at the looms when she was a girl. She cried, and so did others.\n\n"
    "Children asked whether the bats had got out. Nobody could tell them.\n\n"
    "Piet Lander stood by the gate and spoke to no one.\n\n"
    "Firefighters drank tea on the steps of the chapel until the sun rose."
)


def test_a_story_retold_sentence_by_sentence_goes_back_to_it(overlap):
    tables = overlap({"a": STORY, "b": RETOLD, "c": REPORTED})
    rows = tables["overlap/passages"]
    assert set(zip(rows["doc_a"], rows["doc_b"], strict=True)) == {("a", "b")}
    assert rows["kind"].eq("paraphrase").all()
    assert rows.sort_values("start_a")["start_b"].is_monotonic_increasing
    assert len(rows) >= 5


FREELY_RETOLD = (
    "Flames have consumed a landmark of Harrow Bridge: its derelict mill.\n\n"
    "The alarm came from people living nearby, who noticed an orange glow behind upper windows at ten or so.\n\n"
    "Water pumped out of the river for six hours finally beat the blaze, and 60 crew members were worn out.\n\n"
    "Burns put two of these firefighters in hospital.\n\n"
    "Flats had been the dream of Piet Lander, to whom the place belongs.\n\n"
    "How it began is for investigators, as soon as somebody has propped what walls remain.\n\n"
    "Its last looms went long ago, and nothing has been woven there, where work began in 1871, for decades."
)


def test_a_story_retold_in_few_of_its_words_goes_back_to_it(overlap):
    tables = overlap({"a": STORY, "b": FREELY_RETOLD, "c": REPORTED}, agencies={"a": "Reuters"})
    origins = tables["overlap/origins"].set_index("doc_id")
    assert origins.loc["b", ["origin", "role"]].tolist() == ["Reuters", "rewrite"]
    assert origins.loc["c", "role"] == "no_match_in_corpus"


def test_the_names_of_those_who_take_part_make_no_paraphrase(overlap):
    one = "Chancellor Ida Brandt told reporters that President Tom Rudd and Premier Ada Quill had eaten fish for lunch."
    other = "The tolls were raised again after President Tom Rudd wrote to Chancellor Ida Brandt and Premier Ada Quill."
    rows = overlap({"a": f"{ONE}\n\n{one}", "b": f"{OTHER}\n\n{other}"})["overlap/passages"]
    assert not rows["text_a"].str.contains("Chancellor").any()
    other = (
        "At lunch there was fish for President Tom Rudd and Premier Ada Quill, Chancellor Ida Brandt told reporters."
    )
    rows = overlap({"a": f"{ONE}\n\n{one}", "b": f"{OTHER}\n\n{other}"})["overlap/passages"]
    assert rows["text_a"].str.contains("Chancellor").any()
