"""Everything on the page for programs."""
