"""Authors' files: read, checked like a proofreader, and built into `model` objects.

May import `model` only; the one room that knows YAML and pydantic. `library` is the door,
`yaml_lines` reads, `*_schema` says what may stand in a file, `build` makes the model, `checks`
looks at what belongs together, `problems` says what is wrong and how to mend it.
"""
