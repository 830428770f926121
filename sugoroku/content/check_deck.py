"""A deck makes sense: answers are options, options differ, nothing gives the answer away."""

from sugoroku.content.check_effects import check_effects
from sugoroku.content.check_estimate import check_estimate
from sugoroku.content.document import Document, Limits, Path, Tree, groups_in, texts_in
from sugoroku.content.pictures import check_file_name
from sugoroku.content.problems import N_, nearest
from sugoroku.content.wording import length_to_a_reader, same_to_a_reader

ENOUGH_FOR_A_HABIT = 8
"""Fewer choice questions tell nothing about where the author puts the right answer."""

Group = dict[str, Tree]


def check_deck(document: Document, limits: Limits) -> None:
    questions = groups_in(document.tree, "questions")
    ids: dict[str, int] = {}
    longest = first = choices = 0
    for i, question in questions:
        path = ("questions", i)
        name = question.get("id")
        if isinstance(name, str) and ids.setdefault(name, i) != i:
            _used_twice(document, (*path, "id"), name, ids[name])
        options = texts_in(question.get("options"))
        answer = question.get("answer")
        kind = question.get("kind")
        if options:
            _options_differ(document, path, options)
        if kind == "choice":
            if isinstance(answer, str) and answer not in options:
                _no_option(document, (*path, "answer"), answer, options)
            elif options:
                choices += 1
                first += options[0] == answer
                longest += longest == choices - 1 and _stands_out(options, answer)
        elif kind == "several":
            _check_several(document, path, options, answer)
        elif kind == "estimate":
            check_estimate(document, path, question)
        if "right" in question or "wrong" in question:
            check_effects(question.get("right"), (*path, "right"), document)
            check_effects(question.get("wrong"), (*path, "wrong"), document)
        if "image" in question:
            _check_image(document, (*path, "image"), question["image"])
    _habits(document, choices, first, longest)


def _used_twice(document: Document, path: Path, name: str, first: int) -> None:
    mark = document.mark(("questions", first, "id"))
    document.error(
        path,
        N_("The id “{name}” is used twice; the first is on line {line}."),
        N_("Give one of them another id."),
        name=name,
        line=mark.line + 1 if mark else 0,
    )


def _options_differ(document: Document, path: Path, options: list[str]) -> None:
    seen = {same_to_a_reader(option) for option in options}
    if len(seen) == len(options):
        return
    before: dict[str, int] = {}
    for i, option in enumerate(options):
        first = before.setdefault(same_to_a_reader(option), i)
        if first != i:
            document.error(
                (*path, "options", i),
                N_("Two options are alike: “{one}” and “{other}”."),
                N_("Change one of them or take it out."),
                one=options[first],
                other=option,
            )


def _no_option(document: Document, path: Path, answer: str, options: list[str]) -> None:
    if not options:
        return  # told already
    near = next((o for o in options if same_to_a_reader(o) == same_to_a_reader(answer)), "")
    near = near or nearest(answer, options)
    document.error(
        path,
        N_("The answer “{answer}” is not one of the options."),
        N_("Did you mean “{near}”? Write the answer exactly as the option is written.")
        if near
        else N_("Write the text of the right option, exactly as it stands there."),
        answer=answer,
        near=near,
    )


def _check_several(document: Document, path: Path, options: list[str], answer: Tree) -> None:
    answers = texts_in(answer)
    for i, one in enumerate(answers):
        if one not in options:
            _no_option(document, (*path, "answer", i), one, options)
        elif one in answers[:i]:
            document.error(
                (*path, "answer", i),
                N_("“{answer}” is named twice as an answer."),
                N_("Take one of them out."),
                answer=one,
            )


def _check_image(document: Document, path: Path, image: Tree) -> None:
    if not isinstance(image, dict):
        return
    fault = check_file_name(image.get("file"))
    if fault:
        document.note(document.mark((*path, "file")), *fault)
    if "alt" not in image:
        document.warning(
            path,
            N_("The picture has no description for those who cannot see it."),
            N_("Add “alt: …” in one sentence."),
        )


def _stands_out(options: list[str], answer: Tree) -> bool:
    """The right answer is longer than every other option."""
    lengths = [length_to_a_reader(option) for option in options if option != answer]
    return bool(lengths) and length_to_a_reader(str(answer)) > max(lengths)


def _habits(document: Document, choices: int, first: int, longest: int) -> None:
    if choices < ENOUGH_FOR_A_HABIT:
        return
    if first == choices:
        document.warning(
            ("questions",),
            N_("The right answer is the first option in all {n} choice questions."),
            N_("Options are shuffled in the game, but not on paper: mix them."),
            n=choices,
        )
    if longest == choices:
        document.warning(
            ("questions",),
            N_("The right answer is the longest option in all {n} choice questions."),
            N_("Pupils notice: make some other options longer."),
            n=choices,
        )
