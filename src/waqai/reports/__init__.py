"""Where text comes from: files and what is known of them become Reports; what cannot is told why."""
