from __future__ import annotations

import email
import email.policy
import threading
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path
from socketserver import BaseRequestHandler, TCPServer

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import client_of, secret_of
from waqai.deciding import Desk, Signature
from waqai.web.following.post import send_all
from waqai.web.following.searches import save, searches
from waqai.web.people.store import People, Search
from waqai.web.settings import Settings
from waqai.web.shelf import Shelf

EVERYTHING = Search(0, "ندى", "كل شيء", "?", "ar", "nada@example.org", 0, "")


def letters(folder: Path) -> list[EmailMessage]:
    read = (email.message_from_bytes(path.read_bytes(), policy=email.policy.default) for path in folder.glob("*.eml"))
    return [one for one in read if isinstance(one, EmailMessage)]


def something_new(shelf: Shelf) -> str:
    """An incident changes."""
    name = shelf.catalogue.ids[-1]
    Desk(shelf.record, shelf.places).edit(name, "killed", "3", Signature("ندى", "سبب"))
    shelf.refresh()
    return name


def test_news_are_told_once(record: Path, tmp_path: Path) -> None:
    settings = Settings(record, outbox=tmp_path / "out")
    shelf, people = Shelf(settings), People(settings.people_file)
    save(people, shelf.catalogue, EVERYTHING)
    assert send_all(shelf, people).letters == 0
    name = something_new(shelf)
    assert send_all(shelf, people).letters == 1
    assert send_all(shelf, people).letters == 0
    (made,) = letters(tmp_path / "out")
    text, html = made.get_body(("plain",)), made.get_body(("html",))
    assert text is not None
    assert html is not None
    assert name in text.get_content()
    assert 'dir="rtl"' in html.get_content()
    assert made["To"] == "nada@example.org"


def test_nothing_is_lost_while_the_server_is_down(record: Path, tmp_path: Path) -> None:
    settings = Settings(record, smtp="127.0.0.1:9")
    shelf, people = Shelf(settings), People(settings.people_file)
    save(people, shelf.catalogue, EVERYTHING)
    name = something_new(shelf)
    done = send_all(shelf, people)
    assert (done.letters, len(done.failures)) == (0, 1)
    shelf.settings = replace(settings, smtp=None, outbox=tmp_path / "out")
    assert send_all(shelf, people).letters == 1
    body = letters(tmp_path / "out")[0].get_body(("plain",))
    assert body is not None
    assert name in body.get_content()


class _Mail(BaseRequestHandler):
    """A mail server of one letter at a time."""

    taken: list[bytes]

    def handle(self) -> None:
        """The dialogue."""
        self.request.sendall(b"220 here\r\n")
        file, data = self.request.makefile("rb"), False
        body = b""
        for line in file:
            if data:
                body += line
                if line == b".\r\n":
                    self.taken.append(body)
                    data = False
                    self.request.sendall(b"250 kept\r\n")
            elif line[:4].upper() == b"DATA":
                data = True
                self.request.sendall(b"354 go on\r\n")
            elif line[:4].upper() == b"QUIT":
                self.request.sendall(b"221 bye\r\n")
                return
            else:
                self.request.sendall(b"250 good\r\n")


def test_a_mail_server_takes_the_letter(record: Path) -> None:
    _Mail.taken = []
    with TCPServer(("127.0.0.1", 0), _Mail) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        settings = Settings(record, smtp=f"127.0.0.1:{server.server_address[1]}")
        shelf, people = Shelf(settings), People(settings.people_file)
        save(people, shelf.catalogue, EVERYTHING)
        something_new(shelf)
        assert send_all(shelf, people).letters == 1
        server.shutdown()
    assert len(_Mail.taken) == 1
    assert b"Message-ID" in _Mail.taken[0]


def test_searches_are_followed_and_left_on_the_page(client: TestClient) -> None:
    secret = secret_of(client)
    page = client.post("/ar/following", data={"secret": secret, "address": "?country=SY", "mail": "a@b.example"})
    assert page.status_code == 200
    assert "a@b.example" in page.text
    again = client.post("/ar/following", data={"secret": secret, "address": "?country=SY"})
    assert again.text.count("following/stop") == 1
    people = client.app.state.people  # type: ignore[attr-defined]
    (one,) = searches(people)
    client.post("/ar/following/stop", data={"secret": secret, "number": str(one.number)})
    assert searches(people) == []


@pytest.mark.parametrize("mail", ["a@b\r\nBcc: c@d.example", "a@b, c@d", "@", "<a@b>"])
def test_a_mail_address_brings_no_other_reader(client: TestClient, mail: str) -> None:
    answer = client.post("/ar/following", data={"secret": secret_of(client), "address": "?", "mail": mail})
    assert answer.status_code == 400


def test_reports_are_saved_and_taken_out(client: TestClient) -> None:
    name = client.get("/api/v1/incidents?limit=1").json()["incidents"][0]["reports"][0]
    fields = {"secret": secret_of(client), "report": name}
    assert name in client.post("/ar/following/report", data=fields | {"keep": "yes"}).text
    assert f"/report/{name}" not in client.post("/ar/following/report", data=fields | {"keep": "no"}).text


def test_nobody_sees_what_others_follow(record: Path) -> None:
    settings = Settings(record, token="once", name="ندى")
    with client_of(settings) as client:
        client.get("/ar/?token=once")
        shelf = client.app.state.shelf  # type: ignore[attr-defined]
        save(People(settings.people_file), shelf.catalogue, replace(EVERYTHING, name="سامر", title="سرّ سامر"))
        assert "سرّ سامر" not in client.get("/ar/following").text
