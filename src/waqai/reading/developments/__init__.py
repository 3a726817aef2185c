"""Strategic developments: truces, withdrawals, sieges, seizures."""
