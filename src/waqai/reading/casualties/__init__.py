"""Casualty figures: killed, injured, captured and missing, how many and of which group; also «دون إصابات»."""
