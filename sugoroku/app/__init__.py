"""The only room that knows every room: builds library, translator, session, recorders, stage.

`compose` puts them together, `lesson` walks from the title to the survey, `play` shows the
steps of a game one after another, `autoplay` plays a lesson by itself.
"""
