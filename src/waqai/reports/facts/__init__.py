"""What a text, a page or a message says of itself: when, by whom, where it was published."""
