"""Inflection tables: from one listed form of a word to the forms that reports print, folded.

This is the only module that knows how Arabic verbs and nouns inflect. Vowels are not written, so active and
passive fall together except where letters change (أصاب/أصيب, هاجم/هوجم): only those get `verb.passive`.
A form is (spelling, name, tail): tail 0 takes no enclitic, 1 may take one, 2 must have one (قتلو-هم).
"""

from __future__ import annotations

from waqai.language.fold import fold_word

Form = tuple[str, str, int]


def noun(word: str) -> list[Form]:
    """Singular, tanwin, dual, construct, sound feminine plural and pronoun forms of a noun without article."""
    base = fold_word(word)
    if " " in base:
        return _phrase(base)
    forms: list[Form] = []
    if base.endswith("ه"):
        stem = base[:-1]
        forms += [(base, "noun", 0), (stem + "ت", "noun", 2)]
        forms += [(stem + "تان", "noun.dual", 0), (stem + "تين", "noun.dual", 0)]
        forms += [
            (stem + "تا", "noun.dual", 1),
            (stem + "تي", "noun.dual", 1),
            (stem + "ات", "noun.plural", 1),
        ]
        return forms
    forms += [(base, "noun", 1), (base + "ا", "noun", 0)]
    stem = base[:-1] + "ي" if base.endswith("ي") else base
    # no construct «صاروخي»: that is nearly always the adjective (قصف صاروخي), hardly ever two rockets
    forms += [(stem + "ان", "noun.dual", 0), (stem + "ين", "noun.dual", 0)]
    return forms


def _phrase(base: str) -> list[Form]:
    """A noun with its adjective agrees with it: هجوما صاروخيا، غارتين جويتين، الغارة الجوية."""
    head, rest = base.split(" ", 1)
    if " " in rest:
        return [(f"{form} {rest}", name, 0) for form, name, tail in noun(head) if tail < 2]
    stem = rest[:-1] + "ت" if rest.endswith("ه") else rest
    forms: list[Form] = []
    construct: list[Form] = [] if head.endswith("ه") else [(head + "ي", "noun.dual", 0)]
    for form, name, tail in noun(head) + construct:  # «ضابطي صف»: with what it governs, the dual is no adjective
        if tail == 2:
            continue
        endings = [rest, "ال" + rest]
        if name == "noun.dual":
            endings += [stem + "ين", stem + "ان", "ال" + stem + "ين", "ال" + stem + "ان"]
        elif form.endswith("ا"):
            endings.append(rest + "ا")
        forms += [(f"{form} {ending}", name, 0) for ending in endings]
    return forms


def person(word: str) -> list[Form]:
    """As `noun`, with the sound masculine plural (مدنيون, مدنيين, مدنيي) besides."""
    base = fold_word(word)
    extra: list[Form] = [(base + "ون", "noun.plural", 0), (base + "و", "noun.plural", 2), (base + "ا", "noun.dual", 2)]
    return noun(word) + extra + [(base + "ات", "noun.plural", 1), (base + "ه", "noun", 0)]


def relative(word: str) -> list[Form]:
    """As `noun`, with the dual of whose they are besides: طفلاه، شقيقيها."""
    base = fold_word(word)
    return [*noun(word), (base + "ا", "noun.dual", 2), (base + "ي", "noun.dual", 2)]


def plural(word: str) -> list[Form]:
    """A broken plural or collective as written, with tanwin and pronouns."""
    base = fold_word(word)
    if " " in base:
        head, rest = base.split(" ", 1)
        return [(f"{head} {rest}", "noun.plural", 0), (f"{head} ال{rest}", "noun.plural", 0)]
    if base.endswith("ه"):
        return [(base, "noun.plural", 0), (base[:-1] + "ت", "noun.plural", 2)]
    return [(base, "noun.plural", 1), (base + "ا", "noun.plural", 0)]


def adjective(word: str) -> list[Form]:
    """All genders and numbers of an adjective, with tanwin."""
    base = fold_word(word)
    base = base.removesuffix("ه")
    endings = ("", "ا", "ه", "ان", "ين", "تان", "تين", "ون", "ات")
    return [(base + ending, "adjective", 0) for ending in endings]


def verb(word: str) -> list[Form]:
    """Third-person past and present of a verb given as past, or as «past present» where the latter is irregular."""
    past, *given = fold_word(word).split()
    forms = _past(past, "verb", strong=word.split(maxsplit=1)[0].endswith("أ"))
    for present in given or _present(past):
        forms += _prefixed(present, "verb.present")
    passive = _passive(past)
    if passive:
        forms += _past(passive, "verb.passive")
    present_passive = _present_passive(past)
    if present_passive:
        forms += _prefixed(present_passive, "verb.passive")
    return forms


def _past(past: str, name: str, *, strong: bool = False) -> list[Form]:
    """«بدأ» ends in a hamza, which folding writes as alif, and keeps it: بدأت."""
    if past[-1] in "يا" and not strong:
        return _weak_past(past, name)
    return [
        (past, name, 1),
        (past + "ت", name, 1),
        (past + "وا", name, 0),
        (past + "و", name, 2),
        (past + "ا", name, 0),
        (past + "تا", name, 0),
    ]


def _weak_past(past: str, name: str) -> list[Form]:
    """تبنى، أجرى، أدى; لقي and توفي keep their ya (لقيت), the others lose it (تبنت)."""
    stem = past[:-1]
    keeps = name == "verb" and past in ("لقي", "بقي", "نسي", "توفي")
    feminine = past + "ت" if keeps else stem + "ت"
    forms: list[Form] = [(past, name, 0), (stem + "ا", name, 2), (feminine, name, 1), (stem + "وا", name, 0)]
    if name == "verb.passive":
        forms += [(past + "ت", name, 1)]
    return [*forms, (stem + "يا", name, 0)]


def _prefixed(present: str, name: str) -> list[Form]:
    """يقصف → يقصف، تقصف، يقصفون، يقصفان، تقصفان، يقصفوا، نقصف."""
    body = present[1:]
    stem = body[:-1] if body.endswith("ي") or (body.endswith("ا") and len(body) > 3) else body
    plain: list[Form] = [(lead + body, name, 1) for lead in "يت"]
    return [
        *plain,
        ("ي" + stem + "ون", name, 0),
        ("ي" + stem + "وا", name, 0),
        ("ي" + body + "ان", name, 0),
        ("ت" + body + "ان", name, 0),
    ]


def _present(past: str) -> list[str]:
    if past.startswith("است") and len(past) > 4 and past[-2] == "ا":
        return ["ي" + past[1:-2] + "ي" + past[-1]]
    if past.startswith("ا") and len(past) == 4:
        body = past[1:]
        return ["ي" + body[0] + "ي" + body[2]] if body[1] == "ا" else ["ي" + body]
    if past.startswith("ا") and len(past) > 4:
        return ["ي" + past[1:]]
    if len(past) == 3 and past[1] == "ا":
        return ["ي" + past[0] + "و" + past[2], "ي" + past[0] + "ي" + past[2]]
    if len(past) == 3 and past[0] == "و":
        return ["ي" + past[1:]]
    return ["ي" + past]


def _passive(past: str) -> str | None:
    """The past passive where its letters differ from the active: أصاب→أصيب, هاجم→هوجم, قال→قيل, احتجز=same."""
    if past.startswith("ا") and len(past) >= 4 and past[-2] == "ا":
        return past[:-2] + "ي" + past[-1]
    if len(past) == 3 and past[1] == "ا":
        return past[0] + "ي" + past[2]
    if len(past) == 4 and past[1] == "ا" and past[0] != "ا":
        return past[0] + "و" + past[2:]
    return None


def _present_passive(past: str) -> str | None:
    if past.startswith("ا") and len(past) == 4 and past[2] == "ا":
        return "ي" + past[1] + "ا" + past[3]
    if len(past) == 3 and past[1] == "ا":
        return "ي" + past
    return None


FORMS = {"noun": noun, "relative": relative, "person": person, "plural": plural, "adjective": adjective, "verb": verb}
