"""What keeps a told act from having happened as news: negation, plans, threats, exercises, sport, anniversaries."""
