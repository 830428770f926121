"""One of two programs on the same data folder: plays, remembers, checks content, as fast as it can.

python -m tests.app.two_programs_child DATA CACHE VOLUME
"""

import sys
from datetime import datetime
from pathlib import Path

from sugoroku import paths
from sugoroku.app.house import House
from sugoroku.i18n.translator import Translator
from sugoroku.model.setup import GameSetup, TeamSetup
from sugoroku.records.session_folder import SessionFolder
from sugoroku.settings import Settings

ROUNDS = 15


def main(data: Path, cache: Path, volume: int) -> None:
    paths.cache_folder = lambda: cache  # type: ignore[assignment]
    english = Translator("en", ())
    teams = (TeamSetup("a"), TeamSetup("b"))
    for n in range(ROUNDS):
        house = House(Settings(data_folder=data))
        edition, faults = house.load("toyama", english)
        assert edition is not None, faults
        house.remember(Settings(volume=volume, data_folder=data))  # type: ignore[arg-type]
        folder = SessionFolder.create(data, "toyama", lambda: datetime(2026, 11, 26, 10, 0))
        folder.path.joinpath(f"of-{volume}").touch()
        if n % 5 == 0:
            records, why = house.new_records(edition, GameSetup(teams=teams, seed=n), english)
            assert records is not None, why
            records.close(done=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
