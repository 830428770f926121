"""One page to print about one lesson or many: HTML that needs nothing but itself.

May import `model`, jinja2 and pygal; no other room has these two. `joining` adds lessons up,
`bars` draws, `page` says what stands where, `templates` has the page's words and looks.
"""
