"""Kinds of options that several commands share."""

from pathlib import Path

import click

from sugoroku import paths


class Language(click.ParamType[str]):
    """The code of a language that the program has a catalogue of."""

    name = "CODE"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        from sugoroku.i18n.languages import spoken_languages

        code = str(value)
        given = None if ctx is None else ctx.params.get("data")
        data = given if isinstance(given, Path) else None  # click 8.5 has a sign for “not given”
        known = spoken_languages([root / "locales" for root in paths.content_roots(data)])
        if code and code not in known:
            self.fail(f"{code!r} is not one of the languages here: {', '.join(known)}")
        return code


class Size(click.ParamType[tuple[int, int]]):
    """WIDTHxHEIGHT in pixels, at least 640x480."""

    name = "WxH"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, int]:
        if isinstance(value, tuple):
            return value
        parts = str(value).lower().split("x")
        if len(parts) == 2 and all(part.isdigit() for part in parts):
            width, height = int(parts[0]), int(parts[1])
            if 640 <= width <= 7680 and 480 <= height <= 4320:
                return width, height
        self.fail(f"{value!r} is not a size such as 1280x720 (from 640x480 to 7680x4320)")


DATA = click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Where sessions are kept.",
)
