"""Names of languages, and the words around them by which a report tells in which one words were spoken."""

from __future__ import annotations

from rashomon.language.calendar import WEEKDAYS

__all__ = ["BESIDE", "HELPERS", "HELPING", "LANGUAGES", "SPEAKING", "TRANSLATED", "TRANSLATION", "UTTERED"]

LANGUAGES = frozenset(
    """afrikaans albanian amharic arabic aramaic armenian azerbaijani azeri bahasa balochi basque
    belarusian bengali berber bosnian bulgarian burmese cantonese catalan cebuano chechen chinese
    cornish creole croatian czech danish dari dutch english esperanto estonian farsi filipino
    finnish flemish french gaelic galician georgian german greek guarani gujarati hausa hawaiian
    hebrew hindi hmong hungarian icelandic igbo indonesian inuktitut irish italian japanese javanese
    kannada kazakh khmer kinyarwanda korean kurdish kyrgyz lakota lao latin latvian lingala
    lithuanian luganda luxembourgish macedonian malay malayalam maltese mandarin maori marathi
    mongolian nahuatl navajo nepali norwegian oromo pashto patois persian polish portuguese punjabi
    quechua romanian romansh russian sami samoan sanskrit sardinian serbian shona sicilian sindhi
    sinhala slovak slovenian somali sotho spanish sundanese swahili swedish tagalog tajik tamil
    tatar telugu thai tibetan tigrinya tongan tswana turkish turkmen twi ukrainian urdu uyghur uzbek
    vietnamese welsh wolof xhosa yiddish yoruba zulu""".split()
)
"""Folded; many name a people too, so that what stands behind one decides whether it is meant."""

HELPERS = frozenset("interpreter interpreters translator translators".split())
HELPING = frozenset("through via by using".split())
"""Before a helper: ``through an interpreter``."""

TRANSLATION = frozenset("translation translations".split())
TRANSLATED = frozenset("translated interpreted".split())

SPEAKING = frozenset(
    """speaking spoke speaks writing wrote writes tweeting tweeted posting posted addressing addressed
    answering answered replying replied shouting shouted chanting chanted calling called saying said
    yelling yelled singing sang reading read responding responded asking asked praying prayed
    remarking talking""".split()
)
"""Verbs of which ``in Polish`` tells the language, whether or not they bring in words."""

UTTERED = frozenset(
    """letter statement post posts tweet tweets message messages note video recording speech interview
    broadcast remarks text texts article audio tape leaflet banner sign address comments briefing
    conference email thread editorial translation announcement communique sermon op-ed caption""".split()
)
"""Before the language or behind it: ``a statement in Polish``, ``a Polish-language broadcast``."""

BESIDE = frozenset(
    """on to at during in via through from that and but when before after who as while with by for
    according per late early shortly then
    yesterday today last this earlier later about if because so where which or against outside
    inside near""".split()
).union(WEEKDAYS)
"""What may stand behind ``in Polish`` where it is the language; any other word has it for an adjective."""
