"""What is kept of a lesson: the journal of every step, and the files made from it.

May import `session`, `engine`, `i18n`, `model`, msgspec and the standard library; the clock is
handed in. `lesson` ties everything together; `journal` is the file that counts; `made_files` names
those that are made from it and can be made again at any time (`quiz_log`, `survey_log`, `codebook`,
`session_facts`); `resume` reads a folder back, `results` counts what a class said, `forget`
deletes.
"""
