"""The frames of results, ties and fixtures: a line a phrase family, the most specific first.

Effects: `win`, `loss`, `draw` say how the subject fared; `written` keeps the order as printed, home side first;
`fixture` is a match to come or told without its outcome. `s` is the subject, `o` the other side, `o2` a second one,
`x` the score. A frame without `s` asks the sentence, then the story, for its subject.
"""

from __future__ import annotations

from flows.extract.text.shapes import Frame

SCORED = (
    Frame("result.line", "^ s:CLUB x:SCORE o:CLUB", "written", 0.97),
    Frame("result.line_comma", "^ s:CLUB x:SCORE COMMA o:CLUB SCORE $", "written", 0.95),
    Frame("result.line_half_time", "^ s:CLUB x:SCORE OPEN LIVE_SCORE CLOSE o:CLUB", "written", 0.95),
    Frame("result.line_dashed", "^ s:CLUB DASH|VERSUS o:CLUB x:SCORE", "written", 0.95),
    Frame("result.line_scorers", "^ s:CLUB x:SCORE OPEN ~9 CLOSE COMMA? o:CLUB SCORE", "written", 0.93),
    Frame("result.in_list", "s:TEAM x:SCORE o:TEAM", "written", 0.9),
    Frame("result.defeat_on", "x:SCORE =1 LOSS_NOUN ON =1 o:CLUB", "win", 0.93),
    Frame("result.sent", "x:SCORE =1 WIN_NOUN AGAINST|OF|AT =1 o:CLUB GIVE_LEAD|MOVE s:TEAM", "win", 0.9),
    Frame("result.sent", "x:SCORE =1 LOSS_NOUN AGAINST|TO|BY|AT =1 o:CLUB GIVE_LEAD|MOVE s:TEAM", "loss", 0.9),
    Frame("result.defeat_of", "x:SCORE =2 LOSS_NOUN OF =1 o:CLUB", "win", 0.9),
    Frame("result.rout_of_by", "x:SCORE =2 WIN_NOUN OF =1 o:CLUB BY =1 s:SIDE", "win", 0.93),
    Frame("result.rout_by", "x:SCORE =2 WIN_NOUN BY =1 o:CLUB", "loss", 0.9),
    Frame("result.win_noun.for", "x:SCORE =2 WIN_NOUN FOR s:SIDE =2 AGAINST|AT|TRAVEL =1 o:CLUB", "win", 0.93),
    Frame("result.loss_noun.for", "x:SCORE =2 LOSS_NOUN FOR s:SIDE =2 AGAINST|AT|TO|BY|TRAVEL =1 o:CLUB", "loss", 0.93),
    Frame("result.draw_noun.for", "x:SCORE =2 DRAW_NOUN FOR s:SIDE =2 AGAINST|WITH|AT|TRAVEL =1 o:CLUB", "draw", 0.93),
    Frame("result.winners", "s:CLUB COMMA x:SCORE WIN_NOUN =2 AGAINST|OF|TRAVEL|AT =2 o:CLUB", "win", 0.93),
    Frame("result.losers", "s:CLUB COMMA x:SCORE LOSS_NOUN =2 AGAINST|TO|BY|TRAVEL|AT =2 o:CLUB", "loss", 0.93),
    Frame("result.beaten_aside", "s:CLUB COMMA BEATEN x:SCORE =2 BY|AT|TRAVEL =1 o:CLUB", "loss", 0.93),
    Frame("result.win_noun.over", "x:SCORE =2 WIN_NOUN =2 AGAINST|OF|TO|TRAVEL|AT =1 o:CLUB AND o2:CLUB", "win", 0.93),
    Frame("result.win_noun.over", "x:SCORE =3 WIN_NOUN =2 AGAINST|OF|TO|TRAVEL|AT|HOME|HOST =2 o:CLUB", "win", 0.93),
    Frame("result.loss_noun.to", "x:SCORE =2 LOSS_NOUN =2 AGAINST|TO|BY|AT|TRAVEL|HOST =2 o:CLUB", "loss", 0.93),
    Frame("result.draw_noun.with", "x:SCORE =2 DRAW_NOUN =2 AGAINST|WITH|AT|BY|TRAVEL|HOST =2 o:CLUB", "draw", 0.93),
    Frame("result.beaten.both_by", "o:CLUB AND o2:CLUB =2 BEATEN =1 x:SCORE =1 BY =1 s:SIDE", "win", 0.9),
    Frame("result.from_first_leg", "IN_PLAY x:SCORE FROM", "win", 0.85),
    Frame("result.lead_into_leg", "x:SCORE =1 LEAD|IN_PLAY =1 AGAINST =1 o:CLUB", "win", 0.85),
    Frame("result.beaten.both", "o:CLUB AND o2:CLUB =2 BEATEN =2 x:SCORE", "win", 0.85),
    Frame("result.win.object", "WIN =2 o:CLUB|THEY =3 x:SCORE", "win", 0.94),
    Frame("result.beaten.score_by", "BEATEN =2 x:SCORE =2 BY|AT|AGAINST|TRAVEL|HOST =1 o:CLUB", "loss", 0.93),
    Frame("result.beaten.by_score", "BEATEN =2 BY|AT =1 o:CLUB =2 x:SCORE", "loss", 0.92),
    Frame("result.lose.score_to", "LOSE =2 x:SCORE =2 TO|AT|AGAINST|BY|TRAVEL|HOST =2 o:CLUB", "loss", 0.93),
    Frame("result.lose.to_score", "LOSE =2 TO|AT|AGAINST|BY =1 o:CLUB =2 x:SCORE", "loss", 0.92),
    Frame("result.won.score_at", "WIN_INTRANSITIVE =2 x:SCORE =2 AT|AGAINST|TRAVEL|HOST =1 o:CLUB", "win", 0.93),
    Frame("result.won.at_score", "WIN_INTRANSITIVE =2 AT|AGAINST|TRAVEL =1 o:CLUB =2 x:SCORE", "win", 0.92),
    Frame("result.drew.score_with", "DRAW =2 x:SCORE =2 AT|AGAINST|WITH|BY|TRAVEL|HOST =1 o:CLUB", "draw", 0.93),
    Frame("result.drew.with_score", "DRAW =2 AT|AGAINST|WITH|BY =1 o:CLUB =3 x:SCORE", "draw", 0.9),
    Frame("result.won_match.against", "WIN_INTRANSITIVE =2 FIXTURE_NOUN AGAINST|WITH =1 o:CLUB =1 x:SCORE", "win", 0.9),
    Frame(
        "result.win_noun.then_score", "WIN_NOUN =2 AGAINST|AT|TRAVEL|HOST =1 o:CLUB COMMA|OPEN? x:SCORE", "win", 0.88
    ),
    Frame(
        "result.loss_noun.then_score",
        "LOSS_NOUN =2 AGAINST|TO|BY|AT|TRAVEL|HOST =1 o:CLUB COMMA|OPEN? x:SCORE",
        "loss",
        0.88,
    ),
    Frame("result.loss_for", "LOSS_NOUN FOR s:SIDE COMMA x:SCORE AT|AGAINST|TO|BY =1 o:CLUB", "loss", 0.88),
    Frame(
        "result.win_noun.of_match", "FIXTURE_NOUN AGAINST|WITH =1 o:CLUB =1 OPEN|COMMA x:SCORE =1 WIN_NOUN", "win", 0.9
    ),
    Frame(
        "result.loss_noun.of_match",
        "FIXTURE_NOUN AGAINST|WITH =1 o:CLUB =1 OPEN|COMMA x:SCORE =1 LOSS_NOUN",
        "loss",
        0.9,
    ),
    Frame(
        "result.draw_noun.of_match",
        "FIXTURE_NOUN AGAINST|WITH =1 o:CLUB =1 OPEN|COMMA x:SCORE =1 DRAW_NOUN",
        "draw",
        0.9,
    ),
    Frame("result.both_drew", "s:CLUB AND o:CLUB =4 x:SCORE =1 DRAW_NOUN", "draw", 0.9),
    Frame("result.win_noun.apart", "WIN_NOUN =4 COMMA x:SCORE =1 AGAINST|AT|TRAVEL =1 o:CLUB", "win", 0.85),
    Frame("result.loss_noun.apart", "LOSS_NOUN =4 COMMA x:SCORE =1 AGAINST|AT|TO|BY|TRAVEL =1 o:CLUB", "loss", 0.85),
    Frame("result.against_in_win", "AGAINST o:CLUB =1 IN =1 x:SCORE =2 WIN_NOUN", "win", 0.85),
    Frame("result.against_in_loss", "AGAINST o:CLUB =1 IN =1 x:SCORE =2 LOSS_NOUN", "loss", 0.85),
    Frame("result.against_in_draw", "AGAINST o:CLUB =1 IN =1 x:SCORE =2 DRAW_NOUN", "draw", 0.85),
    Frame("result.held_to", "DRAW =1 o:CLUB TO x:SCORE", "draw", 0.9),
    Frame("result.winner_over", "x:SCORE GOAL_NOUN AGAINST|AT =1 o:CLUB", "win", 0.88),
    Frame("result.leg_lead", "x:SCORE LEAD|IN_PLAY =1 FROM LEG", "win", 0.85),
    Frame("result.leg_lead", "x:SCORE =2 LEG LEAD|IN_PLAY", "win", 0.8),
    Frame("result.won_leg", "WIN_INTRANSITIVE =4 LEG|FIXTURE_NOUN =1 x:SCORE", "win", 0.85),
    Frame("result.lost_leg", "LOSE =4 LEG|FIXTURE_NOUN =1 x:SCORE", "loss", 0.85),
    Frame("result.win_noun.bare", "x:SCORE =2 WIN_NOUN", "win", 0.85),
    Frame("result.loss_noun.bare", "x:SCORE =2 LOSS_NOUN", "loss", 0.85),
    Frame("result.draw_noun.bare", "x:SCORE =2 DRAW_NOUN", "draw", 0.85),
    Frame("result.beaten.bare", "BEATEN =2 x:SCORE", "loss", 0.82),
    Frame("result.won.bare", "WIN|WIN_INTRANSITIVE =3 x:SCORE", "win", 0.85),
    Frame("result.lost.bare", "LOSE =3 x:SCORE", "loss", 0.82),
    Frame("result.drew.bare", "DRAW =2 x:SCORE", "draw", 0.82),
    Frame("result.win_by", "WIN_NOUN =2 BY x:SCORE", "win", 0.8),
    Frame("result.of_a_day", "DATE x:SCORE AT|AGAINST|TRAVEL =1 o:CLUB", "win", 0.8),
    Frame("result.level_against", "x:SCORE =1 AGAINST|WITH =2 o:CLUB", "draw", 0.8),
    Frame(
        "result.final_drawn",
        "FIXTURE_NOUN|ROUND|COMPETITION =1 AGAINST|WITH =1 o:CLUB =3 FINISH =1 x:SCORE",
        "draw",
        0.85,
    ),
    Frame("result.finished_level", "FINISH =1 x:SCORE", "draw", 0.75),
    Frame("result.leg_finished", "LEG =2 FINISH =2 x:SCORE", "win", 0.75),
)

LISTED = (
    Frame("result.listed", "AND|COMMA =1 x:SCORE =1 AGAINST|AT|TO|WITH|BY|HOST =1 o:CLUB", "win", 0.85),
    Frame("result.listed", "AND|COMMA o:CLUB =1 x:SCORE", "win", 0.85),
)

UNSCORED = (
    Frame("outcome.win.object", "WIN =1 o:CLUB", "win", 0.8),
    Frame("outcome.win.at_two", "WIN_INTRANSITIVE =1 AT|AGAINST o:CLUB AND o2:CLUB", "win", 0.85),
    Frame("outcome.won.at", "WIN_INTRANSITIVE =2 AT|AGAINST|TRAVEL =1 o:CLUB", "win", 0.85),
    Frame("outcome.win_noun.both", "WIN_NOUN =1 AGAINST|AT|TRAVEL =1 o:CLUB AND o2:CLUB", "win", 0.85),
    Frame("outcome.loss_noun.both", "LOSS_NOUN =1 AGAINST|AT|TO|BY|TRAVEL =1 o:CLUB AND o2:CLUB", "loss", 0.85),
    Frame("outcome.draw_noun.both", "DRAW|DRAW_NOUN =1 AGAINST|WITH|AT|TRAVEL =1 o:CLUB AND o2:CLUB", "draw", 0.8),
    Frame("outcome.win_noun.over", "WIN_NOUN =1 AGAINST|AT|TRAVEL =1 o:CLUB", "win", 0.85),
    Frame("outcome.loss_noun.to", "LOSS_NOUN =1 AGAINST|AT|TO|BY|TRAVEL =1 o:CLUB", "loss", 0.85),
    Frame("outcome.draw_noun.with", "DRAW_NOUN =1 AGAINST|WITH|AT|TRAVEL =1 o:CLUB", "draw", 0.8),
    Frame("outcome.beaten.by", "BEATEN =3 BY|AT|TRAVEL =1 o:CLUB", "loss", 0.85),
    Frame("outcome.lost.at_home", "LOSE HOST =1 o:CLUB", "loss", 0.85),
    Frame("outcome.drew.at_home", "DRAW HOST =1 o:CLUB", "draw", 0.8),
    Frame("outcome.lost.to", "LOSE =1 TO|AT|AGAINST|BY =1 o:CLUB", "loss", 0.85),
    Frame("outcome.drew.with", "DRAW =2 AGAINST|WITH|AT|BY =1 o:CLUB", "draw", 0.8),
    Frame("outcome.won_cup.against", "GOAL_ACT COMPETITION =2 AGAINST o:CLUB", "win", 0.75),
)

MEETINGS = (
    Frame("meeting.played", "s:SUBJECT ~2 FIXTURE ~1 o:SIDE", "neutral", 0.75),
    Frame("meeting.hosted", "s:SUBJECT ~2 HOST ~1 o:SIDE", "home", 0.75),
    Frame("meeting.visited", "s:SUBJECT ~2 TRAVEL ~1 o:SIDE", "away", 0.75),
    Frame("meeting.between", "FIXTURE_NOUN|COMPETITION|ROUND ~1 s:TEAM AND o:TEAM", "noun", 0.75),
    Frame("meeting.against", "FIXTURE_NOUN|COMPETITION|ROUND ~1 AGAINST|WITH ~1 o:SIDE", "noun", 0.75),
    Frame("meeting.card", "AGAINST|AT o:TEAM", "card", 0.75),
    Frame("meeting.event", "AGAINST o:TEAM", "event", 0.7),
)

FIXTURES = (
    Frame("fixture.versus", "s:CLUB VERSUS o:CLUB", "versus", 0.9),
    Frame("fixture.travel", "TRAVEL ~2 o:CLUB", "away", 0.85),
    Frame("fixture.host", "HOST ~2 o:CLUB", "home", 0.85),
    Frame("fixture.whom_host", "o:TEAM ~1 WHO s:SUBJECT ~1 HOST", "home", 0.85),
    Frame("fixture.whom_meet", "o:TEAM ~1 WHO s:SUBJECT ~1 FIXTURE", "neutral", 0.85),
    Frame("fixture.visitors_are", "SIDE_AWAY ~3 BE o:TEAM", "guests", 0.75),
    Frame("fixture.hosts_are", "SIDE_HOME ~2 BE o:TEAM", "away", 0.75),
    Frame("fixture.back_at", "BE ~1 AT g:GROUND ~1 AGAINST|WITH ~1 o:CLUB", "neutral", 0.75),
    Frame("fixture.are_visitors", "s:TEAM BE SIDE_AWAY", "visitors", 0.75),
    Frame("fixture.face", "FIXTURE ~2 o:CLUB", "neutral", 0.85),
    Frame("fixture.home_game", "HOME ~1 FIXTURE_NOUN ~1 AGAINST|WITH ~1 o:CLUB", "home", 0.85),
    Frame("fixture.away_game", "AWAY ~1 FIXTURE_NOUN ~1 AGAINST|AT ~1 o:CLUB", "away", 0.85),
    Frame(
        "fixture.noun.against",
        "FIXTURE_NOUN|DRAW_NOUN|ROUND|LEG|COMPETITION ~2 AGAINST|WITH|AT ~2 o:CLUB",
        "neutral",
        0.8,
    ),
    Frame("fixture.drawn", "BE DRAW ~1 AGAINST|WITH|TRAVEL|HOST|AT ~1 o:CLUB", "drawn", 0.8),
    Frame("fixture.both_play", "s:TEAM AND o:TEAM ~9 FIXTURE", "neutral", 0.8),
    Frame("fixture.noun.between", "FIXTURE_NOUN|COMPETITION ~1 s:TEAM AND o:TEAM", "neutral", 0.8),
    Frame("fixture.at_ground", "TRAVEL ~1 g:GROUND", "ground", 0.75),
    Frame("fixture.town", "TRAVEL|HOST p:PLACE ~1 DATE", "town", 0.75),
    Frame("fixture.are_at", "BE AT o:TEAM ~1 DATE", "are_at", 0.75),
    Frame("fixture.listed_at", "COMMA s:TEAM AT o:CLUB AND", "listed_at", 0.75),
    Frame("fixture.restart", "RESTART ~4 AGAINST ~1 o:CLUB", "neutral", 0.8),
    Frame("fixture.listed", "AND o:CLUB ~1 DATE", "listed", 0.8),
    Frame("fixture.listed", "AND o:TEAM IN ~1 COMPETITION|ROUND", "listed", 0.8),
)
