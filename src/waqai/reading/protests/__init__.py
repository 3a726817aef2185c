"""Protests and riots."""
