"""Numbers and what is said of them, on invented accidents."""

from collections.abc import Callable

import pytest

from samestory.claims.coding.articles import Article, Sentence
from samestory.claims.coding.codebook import Codebook
from samestory.claims.coding.counting import count_findings
from samestory.claims.quantities.rows import find_quantities
from samestory.claims.tokens import tokenise

Read = Callable[[str], Codebook]
BLOCKS = "variables: [{use: killed}, {use: injured}]"


def numbers(book: Codebook, name: str, text: str) -> list[tuple[float | None, str | None]]:
    variable = book.variable(name)
    assert variable is not None
    rows = find_quantities([tokenise("a", 0, text)])
    article = Article("a", text, quantities=rows)
    found = count_findings(variable, article, Sentence(0, len(text), text, "body", "body"))
    return [(finding.low, finding.population) for finding in found]


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Seven people have died and dozens more have been injured.", [7], [24]),
        ("Nine dead and 30 injured as ferry capsizes", [9], [30]),
        ("The blast killed at least four and injured 16 people.", [4], [16]),
        ("A coach carrying 41 people overturned, killing six passengers.", [6], []),
        ("The fire killed eight tourists and two guides in the valley.", [10], []),
        ("A landslide killed 10 villagers and two pilots.", [12], []),
        ("A plane carrying 10 tourists and two pilots fell into a bay, killing all aboard.", [12], []),
        ("The dead included two doctors from the city.", [], []),
        ("The hospital was treating 20 people, four of whom were injured badly.", [], []),
        ("Five of the dead were brothers.", [], []),
        ("Two people have died, police said, revising an earlier figure of four.", [2, 4], []),
        ("Police said 20 people had died, while the union put the figure at more than 30.", [20, 30], []),
        ("A woman of 71 has died.", [], []),
        ("A boy of six was among those who died.", [], []),
        ("Nobody told us anything until my neighbour was dead.", [], []),
        ("Nobody in the hall at that time was killed.", [0], []),
        ("Nobody called his death an accident.", [], []),
        ("“Four bodies were found and we are in touch with 38 men,” he said.", [4], []),
        ("Police say 250 officers were there and that the injured were helped.", [], []),
        ("Seven people were on board and the driver was killed.", [], []),
        ("The board had not been informed of any deaths.", [], []),
        ("One of the three critical patients has died.", [], []),
        ("No one in the village blames the dead.", [], []),
        ("Most of the dead were over 60 and all of the injured are under 18.", [], []),
        ("The number of dead was over 60.", [60], []),
        ("More than 0 were killed.", [0], []),
        ("Among the injured was a man approaching 90.", [], []),
        ("Storm toll rises to five as river falls", [5], []),
        ("The bridge toll rises to five pounds.", [], []),
        ("The number of people killed was 26, one more than first thought.", [26], []),
        ("The family of five died in the flames.", [], []),
        ("One of the pilots died at the scene.", [], []),
        ("The crash killed 12 people, including three children.", [12], []),
        ("The death toll in the flooded valley of the Upper Tarn has risen to three.", [3], []),
        ("The union put the toll of the blast at 14.", [14], []),
        ("The toll from the landslide above the old town stands at 14.", [14], []),
        ("The death toll in the valley is unknown, and the water has risen to three metres.", [], []),
        ("Some 20 residents of the old harbour district were injured.", [], [20]),
        ("Three workers of the mill were killed.", [3], []),
        # Some of a crew, or of the injured.
        ("Three members of the crew were killed.", [], []),
        ("Three passengers of the seriously injured were killed.", [], []),
        ("More than 60 soldiers battled to free five people injured by the wall.", [], [5]),
        # What they belong to is counted besides.
        ("Twelve employees of two companies were killed.", [12], []),
        ("20 residents of three villages were killed.", [20], []),
        ("Three generations of one family were killed.", [], []),
        ("The blast left 24 people dead in the market, two guards who stood there could not say.", [24], []),
        ("At least 19 people died in the city of Ashby alone.", [], []),
        ("Two more die in the night", [], []),
        ("Two died, more than on Monday.", [2], []),
        # Those who were there when others died.
        ("Twelve people drowned when a boat carrying 60 migrants sank.", [12], []),
        ("Nine people were killed after a ferry with 200 people on board sank.", [9], []),
        ("Two people died as a bus carrying 40 passengers overturned.", [2], []),
        ("The crash killed the pilot as well as 12 passengers aboard.", [12], []),
        # The hurt of whom some die.
        ("None of the 12 injured died.", [], [12]),
        ("Two of the 12 injured died in hospital.", [], [12]),
        ("The 12 injured died on the way.", [12], [12]),
        ("Two of the 15 people injured in the blast later died.", [], [15]),
        ("40 of the 300 inmates injured in riot", [], [40]),
    ],
)
def test_a_number_belongs_to_what_is_said_of_it(
    codebook: Read, text: str, killed: list[float], injured: list[float]
) -> None:
    book = codebook(BLOCKS)
    assert [low for low, _ in numbers(book, "killed", text)] == killed
    assert [low for low, _ in numbers(book, "injured", text)] == injured


def test_people_of_one_country_are_some_of_the_dead(codebook: Read) -> None:
    assert numbers(codebook(BLOCKS), "killed", "Three Danish sailors were killed.") == [(3, "Danish sailor")]


def test_some_of_a_group_are_counted_as_that_group(codebook: Read) -> None:
    assert numbers(codebook(BLOCKS), "injured", "Eleven of our workers were injured.") == [(11, "worker")]
    book = codebook("variables: [{name: held, type: count, units: {member: [member]}, triggers: [held]}]")
    assert numbers(book, "held", "At least four of its members were held.") == [(4, None)]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Some 18 of the line's 90 passengers died.", [18]),
        ("Some 18 of the 90 passengers were killed.", [18]),
        ("None of the 90 passengers was killed.", [0]),
        ("No one among the 90 passengers was killed.", [0]),
        ("Neither of the two drivers was killed.", [0]),
        ("Police revised the number of dead down from 14 to 11.", [14, 11]),
        ("Two sisters among 12 killed", [12]),
        ("5 of 12 killed are named", [12]),
        ("A third of the 90 passengers were killed.", [30]),
        ("A third of the line's passengers were killed.", []),
        ("Three of the 90 passengers killed were children.", [90]),
        ("Two of the 12 injured passengers have died.", []),
    ],
)
def test_a_part_told_with_its_whole_has_what_is_said_of_it(codebook: Read, text: str, killed: list[float]) -> None:
    assert [low for low, _ in numbers(codebook(BLOCKS), "killed", text)] == killed


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nineteen were taken to hospital.", [(19, "in hospital")]),
        ("Nineteen people were injured and taken to hospital.", [(19, None)]),
        ("Nineteen injured people were taken to hospital.", [(19, None)]),
    ],
)
def test_those_in_hospital_are_some_of_the_injured(
    codebook: Read, text: str, found: list[tuple[float, str | None]]
) -> None:
    assert numbers(codebook(BLOCKS), "injured", text) == found


@pytest.mark.parametrize("part", ["of which 800,000 euros are for the roof", "including 800,000 euros for the roof"])
def test_a_part_of_a_sum_is_not_the_sum(codebook: Read, part: str) -> None:
    book = codebook("variables: [{name: cost, type: count, units: {euro: [euro]}}]")
    assert [low for low, _ in numbers(book, "cost", f"The damage is 3 million euros, {part}.")] == [3e6]


@pytest.mark.parametrize(("about", "rounded"), [("about ", True), ("", False)])
def test_what_is_about_so_long_is_so_in_other_units_too(codebook: Read, about: str, rounded: bool) -> None:
    book = codebook("variables: [{name: long, type: count, units: {metre: [metre], foot: [foot, feet]}}]")
    text = f"The wall is {about}300 metres (980 feet) long."
    rows = find_quantities([tokenise("a", 0, text)])
    article = Article("a", text, quantities=rows)
    found = count_findings(book.variables[0], article, Sentence(0, len(text), text, "body", "body"))
    assert [(finding.unit, finding.approximate) for finding in found] == [("metre", rounded), ("foot", rounded)]


def test_arrests_are_counted(codebook: Read) -> None:
    book = codebook("variables: [{use: number_arrested}]")
    assert numbers(book, "number_arrested", "There were 17 arrests.") == [(17, None)]
    assert numbers(book, "number_arrested", "Police arrested 20 marchers and hurt four people.") == [(20, None)]


def test_those_from_one_place_are_some_of_the_people(codebook: Read) -> None:
    book = codebook(BLOCKS)
    assert numbers(book, "killed", "A crash killed 10 from Peru.") == [(10, "from Peru")]
    assert numbers(book, "injured", "Two people from the Upper Tarn were hurt.") == [(2, "from the Upper Tarn")]
    assert numbers(book, "injured", "Two people from other towns were hurt.") == [(2, None)]
    assert numbers(book, "injured", "Forty pupils from Tarn Grammar were hurt.") == [(40, None)]


def test_the_badly_hurt_are_some_of_the_injured(codebook: Read) -> None:
    assert numbers(codebook(BLOCKS), "injured", "Eight people have serious injuries.") == [(8, "serious")]


@pytest.mark.parametrize(
    ("units", "text", "found"),
    [
        ("[per cent]", "Rents rose 12 percent, fares 40 per cent and wages 3%.", [12, 40, 3]),
        ('["%"]', "Rents rose 12 percent, fares 40 per cent and wages 3%.", [12, 40, 3]),
        ("[cm]", "The wall moved 14 cm.", [14]),
        ("[centimeter]", "The wall moved 14 cm.", [14]),
        ("[km]", "The road is 3 kilometers long.", [3]),
        ("[kg]", "It weighed 40kg.", [40]),
        ('["£"]', "The ticket costs £200.", [200]),
        ("[pound]", "The ticket costs £200, the boat 300 pounds a week.", [200, 300]),
        ("[lbs]", "The ticket costs £200.", []),
        ("[police officer]", "Two police officers and one police dog ran.", [2]),
        ("[children]", "Four children swam.", [4]),
        ("[vehicle]", "Some 30,000 vehicles a day cross the bridge.", [30_000]),
        ("[vehicle per day]", "Some 30,000 vehicles a day cross the bridge.", [30_000]),
        ("[vehicles a day]", "Some 30,000 vehicles a day cross the bridge.", [30_000]),
        ("[vehicle per week]", "Some 30,000 vehicles a day cross the bridge.", []),
        ("[day]", "Some 30,000 vehicles a day cross the bridge.", []),
        ("[litre]", "The pump moves 40 litres a minute.", [40]),
        ("[mile]", "Winds reached 90 mph.", []),
        ("[hour]", "Winds reached 90 mph.", []),
        ("[mph]", "Winds reached 90 miles per hour.", [90]),
    ],
)
def test_a_unit_may_be_written_as_it_is_printed(codebook: Read, units: str, text: str, found: list[float]) -> None:
    book = codebook(f"variables: [{{name: size, type: count, units: {{unit: {units}}}}}]")
    assert [low for low, _ in numbers(book, "size", text)] == found


def test_a_rate_goes_before_what_is_counted(codebook: Read) -> None:
    book = codebook("variables: [{name: traffic, type: count, units: {all: [lorry], flow: [lorry per day]}}]")
    variable = book.variable("traffic")
    assert variable is not None
    text = "Some 900 lorries a day pass, and 40 lorries stood still."
    article = Article("a", text, quantities=find_quantities([tokenise("a", 0, text)]))
    found = count_findings(variable, article, Sentence(0, len(text), text, "body", "body"))
    assert [(finding.low, finding.unit) for finding in found] == [(900, "flow"), (40, "all")]


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("The mill fire claimed four lives.", [4], []),
        ("Four lives were lost in the mill.", [4], []),
        ("The toll was revised down to nine.", [9], []),
        ("The death toll, which stood at five on Friday, climbed to eight a day later.", [5, 8], []),
        ("Ten of those on board were killed and the other 25 injured.", [10], [25]),
        ("All but three of the 30 passengers were injured.", [], [27]),
        ("Nobody was killed or seriously injured.", [0], [0]),
        ("There were no deaths and injuries.", [0], [0]),
        ("Twelve people were treated for smoke in their lungs.", [], [12]),
        # Besides those counted before; in "another nine were hurt" besides the dead.
        ("Another two people died overnight.", [], []),
        ("Three more bodies were found, bringing the toll to nine.", [9], []),
        ("Two people were killed and another nine injured.", [2], [9]),
        # What another predicate is said of.
        ("Five guards were injured, and the union said 30 workers needed help.", [], [5]),
        ("The hall held 300 people, many of whom were injured.", [], []),
        ("Two women, one of them a nurse, were killed.", [2], []),
        ("A blast killed three, injuring nine people and forcing 1,200 residents to flee.", [3], [9]),
        ("The union put the number of dead at four and said all other people were safe.", [4], []),
        ("Medics treated five people at the scene.", [], [5]),
        ("Five people succumbed to their injuries.", [5], []),
        ("Four people died and none was injured.", [4], [0]),
        ("Twelve schoolchildren were slightly injured.", [], [12]),
        ("Divers recovered three bodies and were still looking for two crew members.", [3], []),
        ("The council speaks of nine deaths, a third of them guards, and over 30 injured.", [9], [30]),
    ],
)
def test_all_of_a_clause_tells_what_a_number_is_said_of(
    codebook: Read, text: str, killed: list[float], injured: list[float]
) -> None:
    book = codebook(BLOCKS)
    assert [low for low, _ in numbers(book, "killed", text)] == killed
    assert [low for low, _ in numbers(book, "injured", text)] == injured


def test_those_who_were_suspended_are_not_arrested(codebook: Read) -> None:
    book = codebook("variables: [{use: number_arrested}]")
    assert numbers(book, "number_arrested", "One clerk was arrested; two others were suspended.") == [(1, None)]
    assert numbers(book, "number_arrested", "One student was arrested and two others were suspended.") == [(1, None)]


def test_those_who_remain_missing_are_missing(codebook: Read) -> None:
    book = codebook("variables: [{use: missing}]")
    assert numbers(book, "missing", "Six hikers remain missing, down from nine on Friday.") == [(6, None), (9, None)]


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Four carpenters were killed and six nuns injured.", [4], [6]),
        ("The fire claimed the lives of three occupants.", [3], []),
        ("The flood killed 40 sheep.", [], []),
        ("How many people have died nobody knows.", [], []),
        ("Three cooks were among the dead.", [], []),
        ("Among the dead are nine pupils.", [], []),
        ("After a search, four others turned out to be among the dead.", [], []),
    ],
)
def test_who_is_killed_is_somebody(codebook: Read, text: str, killed: list[float], injured: list[float]) -> None:
    book = codebook(BLOCKS)
    assert [low for low, _ in numbers(book, "killed", text)] == killed
    assert [low for low, _ in numbers(book, "injured", text)] == injured


@pytest.mark.parametrize("noun", ["police officers", "officers", "policemen"])
def test_a_group_has_one_name_under_every_noun(codebook: Read, noun: str) -> None:
    assert numbers(codebook(BLOCKS), "injured", f"Nine {noun} were injured.") == [(9, "police")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The tram was doing 60 km/h where 40 km/h is permitted.", [60]),
        ("The limit is 40 km/h there.", []),
        ("It went 60 km/h in a 40 km/h zone.", [60]),
    ],
)
def test_a_speed_that_is_allowed_is_not_the_speed_that_was(codebook: Read, text: str, found: list[float]) -> None:
    book = codebook("variables: [{name: speed, type: count, units: {kilometre per hour: [km/h]}}]")
    assert [low for low, _ in numbers(book, "speed", text)] == found


def test_a_rate_is_in_another_unit_than_a_sum(codebook: Read) -> None:
    book = codebook("variables: [{name: cost, type: count, units: {euro: [euro]}}]")
    text = "The strike costs 2 million euros a day, 40 million euros in all."
    rows = find_quantities([tokenise("a", 0, text)])
    found = count_findings(
        book.variables[0], Article("a", text, quantities=rows), Sentence(0, len(text), text, "body", "body")
    )
    assert [finding.unit for finding in found] == ["euro per day", "euro"]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Eight people, five adults and three children, were killed.", [8]),
        ("Fourteen people (nine men, four women and a child) were killed.", [14]),
        ("Three people - two men and a woman - were killed.", [3]),
        ("Three men and two women were killed.", [5]),
        ("Three tourists, two pilots and a guide were killed.", [5]),
    ],
)
def test_a_list_that_spells_a_number_out_adds_nothing(codebook: Read, text: str, killed: list[float]) -> None:
    assert [low for low, _ in numbers(codebook(BLOCKS), "killed", text)] == killed


@pytest.mark.parametrize(
    ("gap", "second", "found"),
    [
        (" ", "Nine were cut down and three got through.", [9]),
        ("\n\n", "Nine were cut down and three got through.", []),
        (" ", "A further nine were cut down.", []),
    ],
)
def test_a_bare_number_counts_what_the_sentence_before_counts(
    codebook: Read, gap: str, second: str, found: list[float]
) -> None:
    book = codebook("variables: [{name: downed, type: count, units: {kite: [kite]}, triggers: [cut down]}]")
    first = "Twelve kites were flown."
    text = f"{first}{gap}{second}"
    at = len(first + gap)
    sentences = [
        Sentence(0, len(first), first, "body", "body"),
        Sentence(at, at + len(second), second, "body", "body"),
    ]
    rows = find_quantities([tokenise("a", 0, first), tokenise("a", at, second)])
    article = Article("a", text, sentences=sentences, quantities=rows)
    assert [f.low for f in count_findings(book.variables[0], article, sentences[1])] == found


def test_what_they_are_worth_stands_between_no_number_and_what_is_said_of_it(codebook: Read) -> None:
    book = codebook("variables: [{name: stolen, type: count, units: {ring: [ring]}, triggers: [stolen]}]")
    assert numbers(book, "stolen", "Seven rings worth more than £4,000 were stolen.") == [(7, None)]


def test_a_number_ends_before_the_noun_of_another_clause(codebook: Read) -> None:
    variable = codebook(BLOCKS).variable("killed")
    assert variable is not None
    text = "The union put the number of dead at four and said all other people were safe."
    article = Article("a", text, quantities=find_quantities([tokenise("a", 0, text)]))
    (finding,) = count_findings(variable, article, Sentence(0, len(text), text, "body", "body"))
    assert text[finding.start : finding.end] == "four"


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Police held 40 hooligans.", [40]),
        ("Police held 40 Brits.", [40]),
        ("Police held 40 trade unionists.", [40]),
        ("Police held 40 lorries.", []),
        ("Police held 40 shortlists.", []),
        ("Police held the road for 40 women.", []),
    ],
)
def test_who_asks_for_people_takes_the_nouns_of_people(codebook: Read, text: str, held: list[float]) -> None:
    book = codebook("variables: [{name: held, type: count, units: {person: [person]}, triggers: [held]}]")
    assert [low for low, _ in numbers(book, "held", text)] == held
