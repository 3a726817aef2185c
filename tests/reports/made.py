"""Reports in every form, made here: what a newsroom, a mail program, an archive or an analyst would leave."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Mapping, Sequence

from openpyxl import Workbook

TITLE = "سقوط ثلاثة صواريخ على أطراف قرية الزيتون"
FIRST = "قالت مصادر محلية إن ثلاثة صواريخ سقطت على أطراف قرية الزيتون مساء أمس، من دون أن توقع إصابات بين السكان."
SECOND = (
    "وأضافت المصادر أن الدفاع المدني وصل إلى المكان في وقت لاحق، وأن النيران التي اندلعت في الحقل أخمدت بعد ساعتين."
)
BODY = f"{FIRST}\n{SECOND}"


def page(body: str = "", head: str = "", title: str = TITLE) -> str:
    """A page with menu, article and footer."""
    told = body or f"<p>{FIRST}</p><p>{SECOND}</p>"
    return (
        "<!doctype html><html lang=ar dir=rtl><head><meta charset=utf-8>"
        f"<title>{title} | المدار</title>{head}</head><body>"
        "<nav><ul><li><a href=/>الرئيسية</a></li><li><a href=/s>سياسة</a></li></ul></nav>"
        f"<article><h1>{title}</h1>{told}</article><footer>جميع الحقوق محفوظة © 2023 المدار</footer></body></html>"
    )


def docx(text: str = BODY) -> bytes:
    """A Word file of these lines."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    lines = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.split("\n"))
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document {space}><w:body>{lines}</w:body></w:document>'
    return zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": document.encode()})


def xlsx(rows: Sequence[Sequence[object]]) -> bytes:
    """A workbook of these rows."""
    book = Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A ZIP of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in files.items():
            archive.writestr(name, raw)
    return out.getvalue()


def rss(entries: Sequence[Mapping[str, str]] = ({},), encoding: str = "utf-8") -> bytes:
    """A feed of these entries."""
    items = "".join(
        f"<item><title>{entry.get('title', TITLE)}</title><link>{entry.get('link', 'https://almadar.example/1')}</link>"
        f"<guid>{entry.get('link', 'https://almadar.example/1')}</guid>"
        "<pubDate>Thu, 06 Jan 2022 10:30:00 +0300</pubDate>"
        f"<description><![CDATA[{entry.get('text', f'<p>{FIRST}</p><p>{SECOND}</p>')}]]></description></item>"
        for entry in entries
    )
    head = f'<?xml version="1.0" encoding="{encoding}"?><rss version="2.0"><channel><title>المدار</title>'
    return (head + items + "</channel></rss>").encode(encoding, "replace")


def mail(body: str = BODY, charset: str = "utf-8", number: int = 1) -> bytes:
    """A mail with its text in base64."""
    import base64  # noqa: PLC0415 - one use

    packed = base64.encodebytes(body.encode(charset, "replace")).decode()
    subject = "=?utf-8?b?" + base64.b64encode(TITLE.encode()).decode() + "?="
    return (
        f"From: Almadar Alerts <alerts@almadar.example>\nSubject: {subject}\nDate: Thu, 06 Jan 2022 10:30:00 +0300\n"
        f"Message-ID: <{number}@almadar.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset={charset}\n"
        f"Content-Transfer-Encoding: base64\n\n{packed}"
    ).encode()


def warc(pages: Sequence[bytes], *, packed: bool = True, url: str = "https://almadar.example/") -> list[bytes]:
    """The records of a web archive, one for each page."""
    records = []
    for number, raw in enumerate(pages, 1):
        answer = (
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(raw) + raw
        )
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}{number}\r\nContent-Type: application/http\r\n"
            f"Content-Length: {len(answer)}\r\n\r\n"
        ).encode()
        record = head + answer + b"\r\n\r\n"
        records.append(gzip.compress(record, mtime=0) if packed else record)
    return records


def telegram(messages: Sequence[Mapping[str, object]]) -> bytes:
    """An exported channel."""
    return json.dumps({"name": "قناة المدار", "type": "public_channel", "id": 77, "messages": list(messages)}).encode()


def message(number: int = 1, text: object = BODY, **more: object) -> dict[str, object]:
    """A message of an exported channel."""
    return {
        "id": number,
        "type": "message",
        "date": "2022-01-06T10:30:00",
        "date_unixtime": "1641454200",
        "text": text,
    } | more
