"""Numbers in digits and in words, how many of something there are, ordinals, and parts of a set."""
