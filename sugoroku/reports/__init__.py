"""Pages to print, about lessons and about a board: HTML that needs nothing but itself.

May import `model`, jinja2 and pygal; no other room has these two. `joining` adds lessons up,
`bars` draws, `page` says what stands where, `templates` has the page's words and looks; of a board,
`forecast` and `heat` do so, and `forecast_words` and `forecast_findings` serve the terminal too.
"""
