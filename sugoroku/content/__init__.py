"""Content: what authors write in YAML, proofread and built into model objects.

Start at `library`. Way of a file: `text_file` (bytes) → `yaml_lines` (tree with marks) →
`*_schema` and `schema_errors` (types) → `check_*` (sense) → `build_*` (model) → `cache`.
Everything wrong becomes a `problems.Problem`. May import `model`, PyYAML, pydantic and msgspec.
"""
