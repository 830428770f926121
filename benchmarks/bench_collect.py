"""Joining 10,000 sessions: `python benchmarks/bench_collect.py [--sessions N] [--rounds R]`.

Makes the sessions, then joins them with `sugoroku collect` and with plain pandas (`pandas_join`:
the same two tables, read with `read_csv`, melted and concatenated; no checks), each in a process
of its own, one right after the other. Prints a markdown table with seconds, seconds of processor
and peak memory; the two results are compared cell by cell where `--compare` says so.
"""

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

SESSION = ["session", "edition", "language", "grade"]
QUIZ = [
    *("when", "round", "team", "question", "topic", "level", "chosen", "right", "seconds"),
    *("kind", "right_answer", "on_turn", "undone", "chosen_code", "right_code", "step"),
]
KINDS = ["faces", "choice", "several", "yes_maybe_no", "text", "number", "knowledge"]
SURVEY = [
    *("survey", "moment", "way", "pupil", "when", "item", "kind", "option", "code", "label"),
    *("text", "right", "count", "pupils"),
]


# ------------------------------------------------------------------ plain pandas


def pandas_join(folder: Path, out: Path) -> None:
    """`out-quiz.csv` and `out-survey.csv` of sound sessions, as an analyst would make them."""
    import pandas as pd

    quizzes, surveys = [], []
    for path in sorted((folder / "sessions").iterdir()):
        about = json.loads((path / "session.json").read_text("utf-8"))
        book = pd.read_csv(path / "codebook.csv", dtype={"code": "string"})
        book = book[(book["file"] == "survey.csv") & book["kind"].isin(KINDS)]
        quiz = pd.read_csv(path / "quiz.csv")
        survey = [*melted(pd.read_csv(path / "survey.csv"), book), raised(path, book)]
        long = pd.concat([part for part in survey if len(part)])
        for name in reversed(SESSION):
            quiz.insert(0, name, about[name])
            long.insert(0, name, about[name])
        quizzes.append(quiz[SESSION + QUIZ])
        surveys.append(long.reindex(columns=SESSION + SURVEY))
    pd.concat(quizzes).to_csv(f"{out}-quiz.csv", index=False, encoding="utf-8-sig")
    whole = ["grade", "pupil", "option", "code", "right", "count", "pupils"]
    survey_table = pd.concat(surveys)
    survey_table[whole] = survey_table[whole].astype("Int64")
    survey_table.to_csv(f"{out}-survey.csv", index=False, encoding="utf-8-sig")


def melted(survey: Any, book: Any) -> list[Any]:
    """A long table for each item; an item that nobody answered at a moment was not asked."""
    kinds = book[book["code"].isna()].set_index("column")["kind"].dropna()
    words = book[book["code"] == "1"].set_index("column")["label"]
    found = []
    for column, kind in kinds.items():
        numbered = re.fullmatch(r"(.+)_(\d+)", column) if kind == "several" else None
        item = numbered[1] if numbered else column
        asked = survey.groupby("moment")[column].transform("count") > 0
        part = survey.loc[asked, ["survey", "moment", "way", "pupil", "when"]].copy()
        part["item"], part["kind"] = item, kind
        values = survey.loc[asked, column]
        part["text" if kind == "text" else "code"] = values
        if numbered:
            part["option"], part["label"] = int(numbered[2]), words[column]
        elif f"{item}_label" in survey:
            part["label"] = survey.loc[asked, f"{item}_label"]
        if kind == "knowledge":
            part["right"] = survey.loc[asked, f"{item}_right"]
        found.append(part)
    return found


def raised(path: Path, book: Any) -> Any:
    """The raised hands as rows."""
    import pandas as pd

    counts = pd.read_csv(path / "survey-counts.csv")
    counts["way"] = "hands"
    columns = book["column"].str.replace(r"_\d+$", "", regex=True)
    kinds = dict(zip(columns, book["kind"], strict=True)) | dict(
        zip(book["column"], book["kind"], strict=True)
    )
    counts["kind"] = counts["item"].map(kinds)
    several = counts["kind"] == "several"
    counts["option"] = counts["code"].where(several)
    counts["code"] = counts["code"].mask(several, 1)
    return counts


# ------------------------------------------------------------------ measuring


def sugoroku_join(folder: Path, out: Path) -> None:
    from sugoroku.collection.collect import collect

    form = "parquet" if out.name.startswith("parquet") else "csv"
    collect([folder], out, lambda text, **values: text.format(**values), form=form)  # type: ignore[arg-type]


JOINS = {"csv": sugoroku_join, "parquet": sugoroku_join, "pandas": pandas_join}


def measured(name: str, folder: Path, out: Path) -> dict[str, float]:
    """Seconds on the clock and of the processor, and MB at the peak, of a process of its own."""
    begin = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, __file__, "--one", name, "--folder", str(folder), "--out", str(out / name)]
    )
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        raise SystemExit(f"{name} failed")
    return {
        "seconds": time.perf_counter() - begin,
        "processor": usage.ru_utime + usage.ru_stime,
        "MB": usage.ru_maxrss / 1024,
    }


def compare(out: Path) -> None:
    """Both ways come to the same cells, whatever their order."""
    import pandas as pd

    for table in ("quiz", "survey"):
        ours, theirs = (
            pd.read_csv(out / f"{name}-{table}.csv", dtype=str, keep_default_na=False)
            for name in ("csv", "pandas")
        )
        columns = list(theirs.columns)
        assert list(ours.columns) == columns
        ours, theirs = (
            frame.sort_values(columns).reset_index(drop=True) for frame in (ours, theirs)
        )
        pd.testing.assert_frame_equal(ours, theirs)
        print(f"{table}: {len(ours):,} rows, equal")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--compare", action="store_true", help="Needs much memory.")
    parser.add_argument("--folder", type=Path, help="Of sessions that are there.")
    parser.add_argument("--one", choices=JOINS, help=argparse.SUPPRESS)
    parser.add_argument("--out", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        JOINS[asked.one](asked.folder, asked.out)
        return
    with tempfile.TemporaryDirectory() as work:
        folder = asked.folder
        if folder is None:
            import make_sessions

            folder = Path(work) / "made"
            make_sessions.make(asked.sessions, folder)
        rounds = [
            {name: measured(name, folder, Path(work)) for name in JOINS}
            for _ in range(asked.rounds)
        ]
        if asked.compare:
            compare(Path(work))
    print("| | seconds | × pandas | processor s | × pandas | peak MB | × pandas |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    for name in JOINS:
        cells = []
        for figure in ("seconds", "processor", "MB"):
            middle = statistics.median(found[name][figure] for found in rounds)
            ratio = statistics.median(r[name][figure] / r["pandas"][figure] for r in rounds)
            cells.append(f"{middle:,.1f} | {ratio:.2f}")
        print(f"| {name} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
