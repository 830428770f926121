"""Pictures, sounds and films do not come along; a question that needs them stays out."""

from sugoroku.content.problems import N_
from sugoroku.interchange.findings import Unfit
from sugoroku.interchange.markup import Plain


def without_media(*parts: Plain) -> str:
    """The text of the first part. Unfit when something is in them that is no text."""
    if any(part.media for part in parts):
        raise Unfit(
            N_("The question has a picture, a sound or a film, which cannot come along."),
            N_("Add the question by hand, with the picture in the folder assets."),
        )
    return parts[0].text
