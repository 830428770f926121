"""Gives a canvas what the moment asks for: colours, language, readings, size of the texts."""

from sugoroku.i18n.languages import language_named
from sugoroku.settings import NO_FURIGANA
from sugoroku.stage.canvas import Canvas
from sugoroku.stage.palette import LARGE_TEXT, high_contrast
from sugoroku.stage.scene import Context


def dress(canvas: Canvas, context: Context) -> None:
    """To be called before a screen is drawn."""
    settings, language = context.settings, context.tr.language
    palette = context.theme.palette
    canvas.contrast = settings.contrast == "high"
    canvas.palette = high_contrast(palette) if canvas.contrast else palette
    canvas.language = language
    ruby = language_named(language).ruby
    canvas.furigana = ruby and settings.furigana != NO_FURIGANA
    canvas.furigana_year = settings.furigana if canvas.furigana else 0
    canvas.text_scale = LARGE_TEXT if settings.text == "large" else 1.0
