"""What keeps a told act from being news: negation, plans, threats, exercises, sport, anniversaries."""
