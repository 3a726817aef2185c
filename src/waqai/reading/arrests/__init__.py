"""Arrests and raids."""
