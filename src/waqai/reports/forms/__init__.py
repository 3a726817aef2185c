"""One module for each form in which reports come: each gives the items of a file, or its one report."""
