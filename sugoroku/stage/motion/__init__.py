"""What moves on the board, and when: from events to motions, from time to pictures."""
