"""Which language a text is in, as far as the reader must know: Arabic, or not."""

from __future__ import annotations

import re

from waqai.reports.decoding import arabic_share

_ARABIC_SCRIPT = re.compile("[\u0620-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc]+")
_MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f]")
_ENOUGH_LETTERS = 12
# Function words that only one of the languages has; shared ones (و، در as a noun) are left out.
_WORDS = {
    "ar": "في من على إلى الى أن ان إن عن التي الذي الذين هذا هذه كان كانت قد لم بعد ذلك قال مع بين".split(),
    "fa": "از به که را این است در با برای شد می های آن کرد شده بود یک خود تا".split(),
    "ur": "کے کی میں ہے اور سے کو نے پر کا ہیں کہ یہ گیا تھا ایک اس بھی".split(),
    "ps": "په د او چې دی له کې پر ته سره هم یې ده کړي نه وي شوي دا خو".split(),
    "ug": "ۋە بىلەن ئۈچۈن بۇ بىر ئۇ دەپ قىلىپ بولغان بولۇپ كېيىن".split(),
    "sd": "جي ۾ جو ۽ کي آهي جا کان تي هن سان آهن نه ته ان".split(),
    "ku": "لە بۆ کە ئەم دەکات بە لەگەڵ ئەو بوو کرد هەر نێوان دوای ئەوەی ھەروەھا".split(),
}
_NAMES = {"fa": "Persian", "ur": "Urdu", "ku": "Kurdish", "ps": "Pashto", "ug": "Uyghur", "sd": "Sindhi"}
_OWN_LETTERS = {
    "fa": "پچژگ",
    "ur": "ٹڈڑںےہھ",
    "ku": "ێۆەڕڵڤ",
    "ps": "ټډړږښګڼېۍځڅ",
    "ug": "ېۇۆۈۋڭە",
    "sd": "ٻڄڃٿڙڳڱڻڌڊڏ",
}


def not_arabic(text: str) -> str | None:
    """Why this is no Arabic text, in words for the user; None where it is Arabic."""
    runs = [_MARKS.sub("", run) for run in _ARABIC_SCRIPT.findall(_MARKS.sub("", text))]
    letters = sum(len(run) for run in runs)
    if letters == 0:
        return "no Arabic letters in it: it is not an Arabic text"
    if letters < _ENOUGH_LETTERS:
        return f"only {letters} Arabic letters in it: too little to be a report"
    share = arabic_share(text)
    other = _other_language(runs)
    if other is not None:
        return f"it is in {_NAMES[other]}, in the Arabic script; Waqai reads Arabic"
    if share < 0.3:
        return f"only {share:.0%} of its letters are Arabic: it is mostly in another language"
    return None


def _other_language(words: list[str]) -> str | None:
    """Persian, Urdu or Kurdish where its words and letters outweigh the Arabic ones, else None."""
    counted = {language: sum(word in set(known) for word in words) for language, known in _WORDS.items()}
    joined = "".join(words)
    arabic = counted["ar"] + sum(word.startswith("ال") or word.endswith("ة") for word in words)
    best, best_weight = None, 0.0
    for language, own in _OWN_LETTERS.items():
        letters = sum(joined.count(letter) for letter in own)
        weight = counted[language] + letters / 3
        if letters > 0.015 * len(joined) and weight > best_weight:
            best, best_weight = language, weight
    return best if best_weight > arabic else None
