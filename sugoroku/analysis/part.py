"""The figures of a forecast as one way of finding them knows them."""

from dataclasses import dataclass, field

from sugoroku.model.forecast import Band, Figure, Length, OneTeam
from sugoroku.model.ids import SquareId

NO_LENGTH, NO_TEAM = Length(), OneTeam(turns=Length())


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What is None or empty is not known this way."""

    rounds: Length = NO_LENGTH
    turns: Length = NO_LENGTH
    minutes: Length = NO_LENGTH
    bands: tuple[Band, ...] = ()
    within: Figure | None = None
    one_team: OneTeam = NO_TEAM
    questions: Figure | None = None
    """Of one team in a game."""
    leaves: Figure | None = None
    aim: Figure | None = None
    wins: tuple[Figure, ...] = ()
    landings: dict[SquareId, Figure] = field(default_factory=dict)

    def or_else(self, other: "Part") -> "Part":
        """The figures of this part, and those of the other that this one does not know."""
        return Part(
            rounds=_length(self.rounds, other.rounds),
            turns=_length(self.turns, other.turns),
            minutes=_length(self.minutes, other.minutes),
            bands=self.bands or other.bands,
            within=self.within or other.within,
            one_team=OneTeam(
                turns=_length(self.one_team.turns, other.one_team.turns),
                mode=self.one_team.mode or other.one_team.mode,
                fewest=self.one_team.fewest or other.one_team.fewest,
                rolls=self.one_team.rolls or other.one_team.rolls,
            ),
            questions=self.questions or other.questions,
            leaves=self.leaves or other.leaves,
            aim=self.aim or other.aim,
            wins=self.wins or other.wins,
            landings=self.landings or other.landings,
        )


def _length(one: Length, other: Length) -> Length:
    return Length(
        mean=one.mean or other.mean,
        median=one.median or other.median,
        p10=one.p10 or other.p10,
        p90=one.p90 or other.p90,
    )
