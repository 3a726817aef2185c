"""From the readings of one report to its events, and to the claims that each voice makes about them."""
