"""The page: the record in a browser, in Arabic and English, offline."""
