"""What is on the projector, looked at: every text at its size, every screen as a picture."""
