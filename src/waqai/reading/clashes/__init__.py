"""Fighting, assaults, territory that changes hands."""
