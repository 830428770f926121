"""What is kept of a lesson: the journal of every step, and the CSV files made from it.

May import `session`, `engine`, `model`, msgspec and the standard library; the clock is handed in.
`lesson` ties everything together; `journal` is the file that counts; `quiz_log` and `survey_log`
are made from it and can be made again at any time; `resume` reads a folder back.
"""
