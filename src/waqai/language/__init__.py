"""Arabic as characters, tokens, clitics, sentences and quotations.

All of it reads text that was folded once (`fold.fold`); `Folded.span` leads back to the words as published.
Import from the modules: `fold` the function would hide `fold` the module here.
"""
