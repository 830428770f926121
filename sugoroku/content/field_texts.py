"""What an editor explains of the fields that several formats share."""

FORMAT = "What kind of file this is. It stands in the first line."
ID = (
    "The file's own name: small letters, digits, - and _. "
    "Write the same as in the name of the file, without .yaml."
)
LANGUAGE = "The language that the texts below are written in: en, es, ja, pt_BR …"
GRADE = (
    "For Japanese: the school year (1 to 7) of the class. `check` asks for readings of the kanji "
    "that are learned in this year or later."
)
