"""Pictures made of several parts: the board, pieces, the rail, cards. Reads, never changes."""
