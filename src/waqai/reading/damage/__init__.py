"""Damage: none, material or destroyed."""
