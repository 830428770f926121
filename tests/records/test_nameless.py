"""A journal for who helps has every step, and nobody's name or answer."""

from pathlib import Path

import msgspec

from sugoroku.records.nameless import Nameless, journals

HEADER = {
    "line": "header", "format": "journal/1", "program": "1", "session": "s", "language": "en",
    "content": "c", "started": "2026-11-26T10:00:00", "setup": {
        "teams": [{"name": "Zorritos"}, {"name": "Ranas"}], "seed": 1},
}  # fmt: skip
WHEN = "2026-11-26T10:00:00"


def written(folder: Path, *lines: object) -> Path:
    path = folder / "journal.jsonl"
    path.write_bytes(
        b"".join(
            (line if isinstance(line, bytes) else msgspec.json.encode(line)) + b"\n"
            for line in lines
        )
    )
    return path


def test_names_become_numbers_wherever_they_stand(tmp_path: Path) -> None:
    renamed = {
        "line": "command", "n": 1, "when": WHEN, "digest": "abc",
        "command": {"command": "rename_team", "team": 1, "name": "Pumas"},
        "events": [{"event": "team_renamed", "team": 1, "name": "Pumas"}],
        "said": [{"team": "star Pumas", "round": 1, "chosen": "the secret", "right": "x"}],
    }  # fmt: skip
    found = Nameless(written(tmp_path, HEADER, renamed))
    told = found.lines.decode()
    assert not any(word in told for word in ("Zorritos", "Ranas", "Pumas", "secret", "abc"))
    first, second = (msgspec.json.decode(line) for line in found.lines.splitlines())
    assert [team["name"] for team in first["setup"]["teams"]] == ["Team 1", "Team 2"]
    assert second["command"]["name"] == "Team 3"
    assert {"Zorritos", "Ranas", "Pumas"} <= found.words


def test_answers_are_left_out_and_damage_is_counted(tmp_path: Path) -> None:
    answered = {"line": "survey", "pupil": 1, "when": WHEN,
                "answers": {"like": "my dog Firulais"}, "labels": {"fun": "Very"}}  # fmt: skip
    counted = {"line": "counts", "item": "fun", "counts": [3, 9], "pupils": 12, "when": WHEN}
    later = {"line": "a later kind", "text": "Firulais again"}
    found = Nameless(
        written(tmp_path, HEADER, answered, counted, later, b'{"line": "survey", "Fir')
    )
    lines = [msgspec.json.decode(line) for line in found.lines.splitlines()]
    assert lines[1] == {"line": "survey", "left out": True}
    assert lines[2] == {"line": "counts", "left out": True}
    assert [line["line"] for line in lines[3:]] == ["damaged", "damaged"]
    assert b"Fir" not in found.lines and "my dog Firulais" in found.words


def test_the_newest_come_first(tmp_path: Path) -> None:
    for name in ("2026-01-01_0900_a", "2026-02-01_0900_a", ".forgotten-2026-03-01_0900_a"):
        (tmp_path / "sessions" / name).mkdir(parents=True)
        written(tmp_path / "sessions" / name, HEADER)
    names = [path.parent.name for path in journals(tmp_path)]
    assert names == ["2026-02-01_0900_a", "2026-01-01_0900_a"]
