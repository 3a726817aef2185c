"""Waqai reads Arabic conflict reporting and keeps a sourced record of what is said to have happened."""
