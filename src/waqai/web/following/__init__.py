"""Following: saved searches, what is new in each, and the digest that says so."""
