"""A checked theme file to a theme of the model."""

from sugoroku.content import theme_schema as schema
from sugoroku.content.build_board import build_road
from sugoroku.model.layout import Palette, Theme
from sugoroku.model.text import EMPTY, Text


def build_theme(file: schema.ThemeFile) -> Theme:
    colours = {name: colour for name, colour in file.colours if colour}
    return Theme(
        id=file.id,
        language=file.language,
        title=Text(file.title, "theme/title", file.id) if file.title else EMPTY,
        mascot=file.mascot.removesuffix(".svg"),
        mascot_name=Text(file.mascot_name, "theme/mascot", file.id) if file.mascot_name else EMPTY,
        backdrop=file.backdrop.removesuffix(".svg"),
        focus=file.focus,
        goal=file.goal.removesuffix(".svg"),
        correct_mark=file.correct_mark,
        skyline=file.skyline,
        sounds=file.sounds,
        palette=Palette(**colours),
        road=build_road(file.road),
    )
