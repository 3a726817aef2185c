"""Persons and facilities: who is counted among victims, and what stands as a target."""
