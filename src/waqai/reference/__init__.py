"""What the world is made of, as data: places, actors, sources. Each folder holds tables and one loader."""
