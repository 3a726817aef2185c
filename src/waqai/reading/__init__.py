"""What a sentence says: words become mentions, mentions compose, frames read events from them."""
