"""Words that present one act as the answer to another, told from words of mere sequence."""
