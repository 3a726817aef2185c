"""One module a feature: each holds two scenes against each other and says in words what it found."""
