"""`sugoroku preview`: what an author has written, as the class will see it, while she writes.

`source` reads the files named, `pages` makes the screens, `desk` turns them, `watch` notices that
a file was saved, `show` opens the window or writes pictures.
"""
