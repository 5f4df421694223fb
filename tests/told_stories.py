"""Invented stories, a list of paragraphs each, to put one after another in a file and to find again.

They are written as agencies write: a lead with names in full, then surnames, quotes, and a match to come at the end.
"""

from __future__ import annotations

from flows.extract.normalise import Text
from flows.extract.scan import scan
from flows.extract.stories import Story, split

KEEPER = [
    "Northbridge Rovers goalkeeper Gael Rousset has signed a contract that ties him to the Merrow League club until 2029.",
    "Rousset, who has kept 11 clean sheets this season, had been linked with a move to Ferrybank Athletic in the summer.",
    '"I looked around and found nothing better," the 26-year-old said on Tuesday. "The view from my goal is a good one."',
    "His manager, Helena Strand, said that no signature had ever given her more pleasure than this one at breakfast time.",
    "Rousset came to Weirside as a boy of 17 and waited four years for his first match, a goalless draw in the rain.",
    "Northbridge travel to Calder Vale on Saturday.",
]
DEFEAT = [
    "Saltmere Town slipped to the bottom of the Merrow League after Elio Varga scored twice in a 3-0 win for Ferrybank.",
    "Varga needed only six minutes to open the scoring, and added his second when the Saltmere defence stood still.",
    "The visitors should have had a fourth before half-time, but Aksel Thorne hit the bar from no more than two yards.",
    "Dario Pell made it three with a header in the last minute, and by then most of the home crowd had gone for their tea.",
    "It was the eighth defeat in nine games for Saltmere, who have not scored at Quay Street since the clocks went back.",
    '"It was a long afternoon," said their coach, Desmond Quill, who was reminded by the crowd of every one of those games.',
]
BAN = [
    "Port Ellery captain Luther Bamford will miss the Harbour Cup final after the Football Board turned down his appeal.",
    "Bamford was sent off in the semi-final against Thornwick United for a tackle that ended Teodor Lazar's season.",
    "The 34-year-old has never won a trophy, and he told reporters that he would watch the final from the end of the pier.",
    '"We are disappointed by a decision that nobody who saw the tackle can understand," his club said in a statement.',
    "The final at Lodestar Park next Sunday is the first for Port Ellery in 41 years, and the whole town means to be there.",
    "Jarek Poole will be captain in his place.",
]
LONG_FEATURE = [
    "Calder Vale Women striker Ottilie Marsh was eleven when she first climbed over the wall of Orchard Lane to play on grass.",
    "Today Marsh has a key to the gate, and nobody in the history of the club has scored more goals than she has.",
    '"They used to chase me away with a broom," Marsh says. "Now the man with the broom asks me for tickets."',
    "Her rise has been anything but smooth. At sixteen she was told by Ashcombe Women that she was too small.",
    "Lena Moravec, who coached Ashcombe at the time, remembers it differently, and with some discomfort.",
    '"We had three strikers who were taller," Moravec says. "I was young, and I thought that strikers had to be tall."',
    "So Marsh worked in a bakery, trained at five in the morning and waited for somebody to ring her up.",
    "The call came from Port Ellery, a club with one shower and a pitch that sloped towards the harbour.",
    "She scored 30 goals in her first season there. The pitch, she says, taught her to shoot early in the first half.",
    "Calder Vale, who had watched her twice, paid a crate of oranges and the fare of the ferry.",
    "Since then she has won two titles, lost a final and broken a leg, in that order and within two years.",
    "Freya Lindqvist has played against her ten times and has lost eight of those matches.",
    '"You know where she is going to shoot," the Ashcombe captain says, "and it does not help you in the least."',
    "The next meeting of the two is on Sunday, when the first leg of the semi-final brings Ashcombe to Orchard Lane.",
    "Marsh will be there early. She still likes to look at the grass, she says, before anyone has stepped on it.",
]
HEADLINES = {
    "KEEPER": "Rousset stays at Northbridge until 2029",
    "DEFEAT": "Saltmere Town 0-3 Ferrybank",
    "BAN": "Can anyone replace Bamford in the final?",
}


def stories_of(text: str) -> list[Story]:
    """The stories of a raw text whose normal form is as long as it is."""
    page = Text(text)
    return split(page.normal, scan(page))


def put_together(stories: list[list[str]], gap: str = "\n") -> tuple[str, list[int], list[int]]:
    """The text of these stories one after another, where each of them starts, and where it ends."""
    text, starts, ends = "", [], []
    for story in stories:
        text += gap if text else ""
        starts.append(len(text))
        text += gap.join(story)
        ends.append(len(text))
    return text, starts, ends
