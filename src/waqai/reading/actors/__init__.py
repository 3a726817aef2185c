"""Who acts: named actors, armed nouns with a side, generic armed groups."""
