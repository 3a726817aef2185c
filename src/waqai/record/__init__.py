"""The record: one file that keeps reports as they were, what was read from them, and what was decided."""
