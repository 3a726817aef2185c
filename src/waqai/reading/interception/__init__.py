"""How an attack came out for whoever made it: intercepted, failed, repelled, territory gained."""
