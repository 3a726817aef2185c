"""The rules of casualties; an earlier rule keeps the words of its figure from the later ones."""

from __future__ import annotations

from waqai.reading.casualties.before import pronoun, sufferer_first
from waqai.reading.casualties.elided import elided
from waqai.reading.casualties.further import fallen, fell, further, own
from waqai.reading.casualties.harms import suffered
from waqai.reading.casualties.joint import both
from waqai.reading.casualties.nothing import no_word, none
from waqai.reading.casualties.parts import among_victims, part, subset
from waqai.reading.casualties.reaped import held, reaped
from waqai.reading.casualties.victims import toll, victims
from waqai.reading.engine import Rule

RULES = (
    Rule("casualties.no-word", "no-word", find=no_word, about="لم ترد أنباء عن سقوط ضحايا"),
    Rule("casualties.none", "casualty", find=none, about="دون خسائر بشرية"),
    Rule("casualties.both", "casualty", find=both, about="20 بين قتيل وجريح"),
    Rule("casualties.victims", "casualty", find=victims, about="30 قتيلا على الأقل وعشرات الجرحى"),
    Rule("casualties.toll", "casualty", find=toll, about="ارتفع عدد القتلى إلى 18"),
    Rule("casualties.sufferer-first", "casualty", find=sufferer_first, about="تسعة متمردين قتلوا"),
    Rule("casualties.suffered", "casualty", find=suffered, about="قتل ثلاثة مدنيين وأصيب خمسة آخرون"),
    Rule("casualties.reaped", "casualty", find=reaped, about="أودت الغارة بمسعف"),
    Rule("casualties.elided", "casualty", find=elided, about="بسيارة قاض فأصيب بجروح"),
    Rule("casualties.held", "casualty", find=held, about="القبض، أمس، في درنة على ثلاثة"),
    Rule("casualties.own", "casualty", find=own, about="ما أدى إلى مقتله"),
    Rule("casualties.fallen", "casualty", find=fallen, about="سقط جندي قتيلا"),
    Rule("casualties.fell", "casualty", find=fell, about="سقوط 40 مدنيا بقصف"),
    Rule("casualties.pronoun", "casualty", find=pronoun, about="رصدت خمسة مسلحين وقتلتهم"),
    Rule("casualties.further", "casualty", find=further, again=True, about="وضابط"),
    Rule("casualties.subset", "casualty", find=subset, about="ثلاثة منهم أطفال"),
    Rule("casualties.part", "casualty", find=part, about="بينهم ثلاثة أطفال"),
    Rule("casualties.among-victims", "casualty", find=among_victims, about="من بين القتلى ثلاثة أطفال"),
)
