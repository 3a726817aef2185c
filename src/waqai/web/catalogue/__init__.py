"""The record made ready for looking things up: a file that can be made anew from the record at any time."""
