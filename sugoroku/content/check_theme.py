"""A theme can be read from the back row: contrasts of the design system, with a way out."""

import colorsys
from collections.abc import Mapping, Sequence

from sugoroku.content.document import Document, Limits
from sugoroku.content.pictures import check_path
from sugoroku.content.problems import N_
from sugoroku.model.layout import Palette

PAPER, SUN = "#FFFFFF", "#FFC928"
OK_TINT, MISS_TINT = "#DDF3E4", "#E6EBF0"
TEXT, EDGE = 7.0, 3.0

TEAM_TINTS = ("#FFE3D6", "#DCE8FF", "#FFF9B8", "#FFE4E4", "#F5DDF5", "#DDF3FF")

PAIRS: dict[str, tuple[float, tuple[str, ...]]] = {
    "ink": (TEXT, (PAPER, "ground", "ground_deep", "primary_tint", SUN, OK_TINT, MISS_TINT,
                   *TEAM_TINTS)),
    "ink_soft": (TEXT, (PAPER, "ground", "ground_deep")),
    "primary": (TEXT, (PAPER, "ground")),
    "line": (EDGE, (PAPER,)),
    "ribbon_edge": (EDGE, ("ribbon",)),
}  # fmt: skip
"""Front: the least contrast, and the grounds it must have it on."""


def check_theme(document: Document, limits: Limits) -> None:
    tree = document.tree
    if not isinstance(tree, dict):
        return
    for name in ("mascot", "backdrop", "goal", "sounds"):
        value = tree.get(name)
        fault = check_path(value) if isinstance(value, str) else None
        if fault:
            document.note(document.mark((name,)), *fault)
    written = tree.get("colours", {})
    if isinstance(written, dict):
        _check_contrasts(document, written)


def _check_contrasts(document: Document, written: Mapping[str, object]) -> None:
    plain = Palette()
    colours = {name: getattr(plain, name) for name in Palette.__struct_fields__}
    colours |= {
        name: value for name, value in written.items() if name in colours and _is_colour(value)
    }
    for front, (least, grounds) in PAIRS.items():
        own = [ground for ground in grounds if front in written or ground in written]
        found, ground = min(
            ((contrast(colours[front], colours.get(g, g)), g) for g in own), default=(least, "")
        )
        if found >= least:
            continue
        document.error(
            ("colours", front if front in written else ground),
            N_("The contrast of {front} on {ground} is {found}:1; {least}:1 is needed to read it.")
            if least == TEXT
            else N_(
                "The contrast of {front} on {ground} is {found}:1; {least}:1 is needed to see it."
            ),
            N_("{near} is the nearest colour for {front} that passes."),
            front=front,
            ground=ground,
            found=f"{int(found * 10) / 10}",
            least=f"{least:g}",
            near=nearest_colour(colours[front], [colours.get(g, g) for g in grounds], least),
        )


def contrast(one: str, other: str) -> float:
    """WCAG 2: 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def nearest_colour(colour: str, grounds: Sequence[str], least: float) -> str:
    """The same hue, only as much darker or lighter as needed on all grounds."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*_rgb(colour))
    for step in range(1, 257):
        for there in (lightness - step / 256, lightness + step / 256):
            if 0 <= there <= 1:
                found = _hex(*colorsys.hls_to_rgb(hue, there, saturation))
                if all(contrast(found, ground) >= least for ground in grounds):
                    return found
    return "#000000"


def _is_colour(value: object) -> bool:
    if not isinstance(value, str) or len(value) != 7 or value[0] != "#":
        return False
    return all(digit in "0123456789abcdefABCDEF" for digit in value[1:])


def _rgb(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def _hex(*parts: float) -> str:
    return "#" + "".join(f"{round(part * 255):02X}" for part in parts)


def _luminance(colour: str) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in _rgb(colour)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
