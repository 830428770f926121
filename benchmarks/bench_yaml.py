"""Reading 10,000 questions with all checks and places, against PyYAML's plain `CSafeLoader`.

    python benchmarks/bench_yaml.py [--runs 7] [--questions 10000]

Every run is a process of its own, the two kinds in turn. Timed is what a program would wait for:
ours from bytes to model (decode, parse, marks, schema, checks, build), PyYAML's from text to dicts.
Prints a Markdown table.
"""

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOPICS = ["climate", "energy", "transport", "waste", "water", "nature", "city", "cooperation"]
ENGLISH = """the a of in which year city river mountain planet metal gas first second largest oldest
how many what who when where why does did is are was were country island ocean desert animal bird
fish tree flower bus tram bottle paper light switch window garden school street rain snow"""
JAPANESE = """次 の うち 正しい もの は どれ です か 日本 世界 台風 避難 学校 先生 生徒 地図
川 山 海 市 町 道路
自転車 ごみ 分別 水 電気 森林 動物 植物 季節 料理 野菜 節電《せつでん》 気温《きおん》"""
SPANISH = """¿Cuál qué ciudad el la río cerro año árbol niños más energía basura reciclar agua luz
micro bicicleta lluvia compost plaza barrio aire océano"""


def deck_text(count: int) -> str:
    """A deck as people and tools write it: block style, three languages, all kinds."""
    import yaml

    chance = random.Random(7)
    deck = {
        "format": "deck/1",
        "id": "large",
        "language": "en",
        "title": "A large deck",
        "questions": [_question(i, chance) for i in range(count)],
    }
    text = yaml.dump(deck, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=100)
    return str(text)


def _question(i: int, chance: random.Random) -> dict[str, object]:
    kind = chance.choices(
        ["choice", "true_false", "several", "estimate", "order"], [70, 10, 8, 6, 6]
    )[0]
    language, joint = chance.choice([(ENGLISH, " "), (JAPANESE, ""), (SPANISH, " ")])
    words = language.split()

    def sentence(low: int, high: int) -> str:
        return joint.join(chance.choices(words, k=chance.randint(low, high)))

    options = list(dict.fromkeys(f"{sentence(1, 5)} {n}" for n in range(chance.choice([3, 4, 4]))))
    question: dict[str, object] = {
        "id": f"q{i:05}",
        "kind": kind,
        "topic": chance.choice(TOPICS),
        "level": chance.randint(1, 3),
        "ask": sentence(8, 18) + "?",
    }
    if kind in ("choice", "several", "order"):
        question["options"] = options
    if kind == "choice":
        question["answer"] = chance.choice(options)
    elif kind == "several":
        question["answer"] = options[:2]
    elif kind == "true_false":
        question["answer"] = chance.random() < 0.5
    elif kind == "estimate":
        question |= {"answer": chance.randint(1, 900), "unit": "km", "min": 0, "max": 1000}
    question |= {"explain": sentence(12, 40) + ".", "hint": sentence(4, 9)}
    question["source"] = {"title": sentence(2, 5), "year": chance.randint(2010, 2026)}
    return question


def run_ours(path: Path) -> float:
    from sugoroku.content.document import Limits
    from sugoroku.content.reading import read_content

    data = path.read_bytes()
    count = data.count(b"\n- id:")
    limits = Limits(file_bytes=len(data), nodes=10**7, questions=count)
    start = time.perf_counter()
    content, problems = read_content(data, path.name, "deck", limits)
    took = time.perf_counter() - start
    assert content is not None and len(content.questions) == count, problems[:3]  # type: ignore[union-attr]
    return took


def run_plain(path: Path) -> float:
    import yaml

    text = path.read_text(encoding="utf-8")
    start = time.perf_counter()
    tree = yaml.load(text, Loader=yaml.CSafeLoader)
    took = time.perf_counter() - start
    assert tree["questions"]
    return took


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--questions", type=int, default=10_000)
    parser.add_argument("--one", choices=["ours", "plain"], help=argparse.SUPPRESS)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        run = run_ours if options.one == "ours" else run_plain
        print(json.dumps(run(options.file)))
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "large.yaml")
        path.write_text(deck_text(options.questions), encoding="utf-8")
        size = path.stat().st_size / 1e6
        times: dict[str, list[float]] = {"plain": [], "ours": []}
        for _ in range(options.runs):
            for kind, found in times.items():
                found.append(_in_a_process(kind, path))
    _print_table(times, options.questions, size)


def _in_a_process(kind: str, path: Path) -> float:
    command = [sys.executable, __file__, "--one", kind, "--file", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT,
                          env={"PYTHONPATH": str(ROOT), "PATH": ""})  # fmt: skip
    return float(json.loads(done.stdout))


def _print_table(times: dict[str, list[float]], questions: int, size: float) -> None:
    base = statistics.median(times["plain"])
    names = {"plain": "yaml.load, CSafeLoader, no checks", "ours": "content, with all checks"}
    print(f"{questions} questions, {size:.1f} MB\n")
    print("| reading | runs | median s | min … max | ratio |\n|---|---|---|---|---|")
    for kind, found in times.items():
        middle = statistics.median(found)
        print(f"| {names[kind]} | {len(found)} | {middle:.3f} "
              f"| {min(found):.3f} … {max(found):.3f} | {middle / base:.3f} |")  # fmt: skip


if __name__ == "__main__":
    main()
