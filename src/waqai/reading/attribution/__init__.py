"""Who is given as saying what: verbs and phrases of saying with their stance, and the speakers they name."""
