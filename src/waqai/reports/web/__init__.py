"""Pages and feeds from the web: fetched politely, from public addresses only, under bounds."""
