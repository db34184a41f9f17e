"""Which number belongs to what is said, on invented accidents."""

from collections.abc import Callable

import pytest
from claims.coding.told import findings, numbers

from samestory.claims.coding.codebook import Codebook

Read = Callable[[str], Codebook]
BLOCKS = "variables: [{use: killed}, {use: injured}]"


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


def test_those_who_have_now_been_sickened_are_not_dead(codebook: Read) -> None:
    text = "A fourth person has died and 44 people have now been sickened."
    assert numbers(codebook(BLOCKS), "killed", text) == []


def test_those_who_remain_missing_are_missing(codebook: Read) -> None:
    book = codebook("variables: [{use: missing}]")
    assert numbers(book, "missing", "Six hikers remain missing, down from nine on Friday.") == [(6, None), (9, None)]


def test_what_they_are_worth_stands_between_no_number_and_what_is_said_of_it(codebook: Read) -> None:
    book = codebook("variables: [{name: stolen, type: count, units: {ring: [ring]}, triggers: [stolen]}]")
    assert numbers(book, "stolen", "Seven rings worth more than £4,000 were stolen.") == [(7, None)]


def test_a_number_ends_before_the_noun_of_another_clause(codebook: Read) -> None:
    variable = codebook(BLOCKS).variable("killed")
    assert variable is not None
    text = "The union put the number of dead at four and said all other people were safe."
    (finding,) = findings(variable, text)
    assert text[finding.start : finding.end] == "four"
