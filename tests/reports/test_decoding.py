"""Bytes to text: the encoding is found, named, and never guessed wrong without a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.reports.decoding import decode

TEXT = (
    "قالت مصادر محلية إن ثلاثة صواريخ سقطت على أطراف القرية مساء أمس، من دون أن توقع إصابات بين السكان.\n"
    "وأضافت المصادر أن الدفاع المدني وصل إلى المكان في وقت لاحق، وأن النيران التي اندلعت في الحقل أُخمدت."
)
UNVOCALISED = TEXT.replace("أُخمدت", "أخمدت").replace("،", ",")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_unicode_in_all_its_forms(encoding: str) -> None:
    found = decode(TEXT.encode(encoding))
    assert found is not None
    assert (found.text, found.encoding, found.broken) == (TEXT, encoding, 0)


@pytest.mark.parametrize("encoding", ["windows-1256", "iso-8859-6", "mac_arabic", "cp720"])
def test_code_pages_of_older_sites(encoding: str) -> None:
    found = decode(UNVOCALISED.encode(encoding))
    assert found is not None
    assert (found.text, found.encoding) == (UNVOCALISED, encoding)


def test_a_cut_download_is_read_and_its_loss_counted() -> None:
    found = decode(TEXT.encode()[:-2])
    assert found is not None
    assert (found.encoding, found.broken) == ("utf-8", 1)
    assert found.text.startswith(TEXT[:-2])


@pytest.mark.parametrize(
    "raw",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00\x00\x00\x01\x00\x08\x06\x00\x00\x00" * 9,
        bytes(range(256)) * 20,
        b"\x00" * 4000,
        b"%PDF-1.7\n\x00\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f\x10" * 30,
    ],
    ids=["png", "all bytes", "nul", "pdf"],
)
def test_binary_is_no_text(raw: bytes) -> None:
    assert decode(raw) is None


def test_a_stray_nul_is_no_reason() -> None:
    found = decode(TEXT.replace("،", "\0").encode())
    assert found is not None
    assert found.encoding == "utf-8"


@given(st.binary(max_size=400))
def test_no_bytes_make_it_fail(raw: bytes) -> None:
    decode(raw)
