"""Who says what stands between quotation marks."""

import pytest

from setwatch.language import analyse
from tests.language.language_texts import document


@pytest.mark.parametrize(
    ("lang", "text", "said", "speaker"),
    [
        ("en", "“We are done,” said Emma Quill on Monday.", "We are done,", "Emma Quill"),
        ("en", "Emma Quill told Deadline: “We are done.”", "We are done.", "Emma Quill"),
        ("en", "Emma Quill is here. “We are done,” she said.", "We are done,", "Emma Quill"),
        ("en", '"We are done," Quill added. Emma Quill directs.', "We are done,", "Emma Quill"),
        ("en", "The sign says “Lantern” and nothing else.", "Lantern", None),
        ("de", "„Wir sind fertig“, sagte Emma Quill.", "Wir sind fertig", "Emma Quill"),
        ("de", "»Wir sind fertig«, sagte Emma Quill.", "Wir sind fertig", "Emma Quill"),
        ("fr", "« C'est fini », a déclaré Emma Quill.", " C'est fini ", "Emma Quill"),
        ("es", "«Hemos terminado», dijo Emma Quill.", "Hemos terminado", "Emma Quill"),
        ("ru", "«Мы закончили», — сказал Александр Ветров.", "Мы закончили", "Александр Ветров"),
    ],
)
def test_a_quotation_has_its_speaker(lang: str, text: str, said: str, speaker: str | None) -> None:
    (quotation,) = analyse(document(text, lang), ()).quotations
    assert text[quotation.span.start : quotation.span.end] == said
    assert quotation.speaker == speaker
