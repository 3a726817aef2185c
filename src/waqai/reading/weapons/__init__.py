"""What was used: weapons by class, with how many of them."""
