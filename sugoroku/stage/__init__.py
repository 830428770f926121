"""What the class sees and the teacher touches. The only room that imports pygame.

May import `session`, `engine`, `model`, `i18n`, `settings`. `scene` is the contract that
every screen keeps, `canvas` is what it draws on, `loop` runs it.
"""
