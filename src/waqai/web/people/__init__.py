"""Who may look and decide: accounts, sessions, what each person follows. Kept apart from the record."""
