"""Place names of the gazetteer, and names that a kind word gives away."""
