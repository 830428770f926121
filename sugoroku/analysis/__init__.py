"""What can be told of a board before a class plays it. May import `engine` and `model`."""
