"""Explosions, bombs left behind, suicide bombs."""
