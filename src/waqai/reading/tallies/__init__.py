"""Tallies: totals over many acts, and ordinals («الهجوم الثالث من نوعه خلال أسبوع»)."""
