"""Air strikes and shelling."""
