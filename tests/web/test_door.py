from __future__ import annotations

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import client_of, secret_of
from waqai.web.people.person import Role
from waqai.web.people.store import People, PeopleError
from waqai.web.serving import UnsafeError, serve_page
from waqai.web.settings import Settings


def test_without_the_link_nothing_is_shown(record: Path) -> None:
    with client_of(Settings(record, token="once")) as client:
        assert client.get("/ar/", follow_redirects=False).headers["location"] == "/ar/login"
        assert client.get("/api/v1/incidents").status_code == 401
        assert client.get("/ar/?token=wrong", follow_redirects=False).headers["location"] == "/ar/login"
        assert "waqai serve" in client.get("/ar/login").text
        assert not record.with_name("war.db.public").exists()


def test_the_link_opens_once(record: Path) -> None:
    with client_of(Settings(record, token="once")) as client:
        first = client.get("/ar/?token=once&q=x", follow_redirects=False)
        assert first.headers["location"] == "/ar/?q=x"
        assert "httponly" in first.headers["set-cookie"].lower()
        client.cookies.clear()
        assert client.get("/ar/?token=once", follow_redirects=False).headers["location"] == "/ar/login"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1:1", "127.0.0.1.evil.example:8765", ""])
def test_another_name_is_refused(shared_client: TestClient, host: str) -> None:
    assert shared_client.get("/ar/", headers={"host": host}).status_code == 421


def test_every_answer_forbids_what_is_not_ours(shared_client: TestClient) -> None:
    for path in ("/ar/", "/ar/nothing/x", "/api/v1/incidents", "/static/css/page.css", "/ar/map.svg"):
        headers = shared_client.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"


def test_no_page_holds_anything_inline(shared_client: TestClient) -> None:
    name = shared_client.get("/api/v1/incidents?limit=1").json()["incidents"][0]
    for path in ("/ar/", f"/en/incident/{name['id']}", f"/ar/report/{name['reports'][0]}", "/en/bring", "/ar/people"):
        text = shared_client.get(path).text
        assert "<style" not in text
        assert " style=" not in text
        assert "<script>" not in text
        assert " onclick" not in text


def test_a_form_from_elsewhere_changes_nothing(client: TestClient) -> None:
    fields = {"name": "eve", "password": "long enough it is", "role": "admin"}
    assert client.post("/ar/people", data=fields).status_code == 403
    assert client.post("/ar/people", data=fields | {"secret": "guess"}).status_code == 403
    away = client.post(
        "/ar/people", data=fields | {"secret": secret_of(client)}, headers={"sec-fetch-site": "cross-site"}
    )
    assert away.status_code == 403
    assert client.post("/ar/people", data=fields | {"secret": secret_of(client)}).status_code == 200


def test_accounts_sign_in_and_hold_their_role(record: Path) -> None:
    settings = Settings(record, token="")
    people = People(settings.people_file)
    people.add("ندى", "kalimat as-sirr", Role.VIEWER)
    assert b"kalimat" not in settings.people_file.read_bytes()
    assert settings.people_file.stat().st_mode & 0o077 == 0
    with client_of(settings) as client:
        wrong = client.post("/ar/login", data={"name": "ندى", "password": "kalimat"})
        assert wrong.status_code == 401
        client.post("/ar/login", data={"name": "ندى", "password": "kalimat as-sirr"})
        assert client.get("/ar/").status_code == 200
        assert client.get("/ar/bring").status_code == 403
        assert client.get("/ar/people").status_code == 403


def test_passwords_are_long_and_names_stand_once(tmp_path: Path) -> None:
    people = People(tmp_path / "p")
    with pytest.raises(PeopleError):
        people.add("a", "short", Role.ADMIN)
    people.add("a", "long enough", Role.ADMIN)
    with pytest.raises(PeopleError):
        people.add("a", "long enough", Role.ADMIN)


def test_a_token_of_the_interface_is_its_person(record: Path) -> None:
    settings = Settings(record)
    people = People(settings.people_file)
    people.add("bot", "long enough", Role.VIEWER)
    token = people.make_token("bot")
    with client_of(settings) as client:
        assert client.get("/api/v1/incidents", headers={"authorization": f"Bearer {token}"}).status_code == 200
        assert client.get("/api/v1/incidents", headers={"authorization": "Bearer wq_x"}).status_code == 401


def test_another_address_needs_accounts(record: Path) -> None:
    with pytest.raises(UnsafeError, match="accounts"):
        serve_page(Settings(record, host="0.0.0.0"), print)  # noqa: S104  # it is refused


def test_an_admin_changes_and_removes_accounts_and_one_stays(client: TestClient, record: Path) -> None:
    people = People(Settings(record).people_file)

    def change(**fields: str) -> int:
        return client.post("/en/people", data={"secret": secret_of(client), **fields}).status_code

    assert change(act="add", name="ندى", password="kalimat as-sirr", role="admin") == 200
    assert change(act="add", name="سامر", password="kalimat as-sirr", role="viewer") == 200
    session, token = people.enter("سامر", "kalimat as-sirr") or "", people.make_token("سامر")
    assert change(act="role", name="سامر", role="analyst") == 200
    assert people.accounts() == [("سامر", Role.ANALYST), ("ندى", Role.ADMIN)]
    assert change(act="password", name="سامر", password="short") == 400
    assert change(act="password", name="سامر", password="another one of it") == 200
    assert people.by_session(session) is None
    assert people.enter("سامر", "another one of it")
    for last in ({"act": "remove"}, {"act": "role", "role": "viewer"}):
        assert change(name="ندى", **last) == 400
        assert ("ندى", Role.ADMIN) in people.accounts()
    assert change(act="remove", name="سامر") == 200
    assert (people.by_token(token), people.accounts()) == (None, [("ندى", Role.ADMIN)])
    assert change(act="role", name="ندى", role="public") == 400
    assert change(act="nothing", name="ندى") == 400


def test_ones_own_password_and_tokens(record: Path) -> None:
    settings = Settings(record)
    people = People(settings.people_file)
    people.add("سامر", "kalimat as-sirr", Role.VIEWER)
    with client_of(settings) as client:
        client.post("/en/login", data={"name": "سامر", "password": "kalimat as-sirr"})
        assert client.get("/en/people").status_code == 403
        other = people.enter("سامر", "kalimat as-sirr") or ""

        def own(**fields: str) -> tuple[int, str]:
            fields["secret"] = secret_of(client, "/en/account")
            answer = client.post("/en/account", data=fields)
            return answer.status_code, answer.text

        def asks(token: str) -> int:
            return client.get("/api/v1/incidents", headers={"authorization": f"Bearer {token}"}).status_code

        assert own(act="password", old="wrong", password="another one of it")[0] == 403
        assert own(act="password", old="kalimat as-sirr", password="short")[0] == 400
        assert own(act="password", old="kalimat as-sirr", password="another one of it")[0] == 200
        assert people.by_session(other) is None
        (token,) = re.findall(r"wq_[\w-]+", own(act="token")[1])
        assert asks(token) == 200
        page = client.get("/en/account").text
        assert token not in page
        (mark,) = re.findall(r'name="mark" value="(\w+)"', page)
        assert own(act="drop", mark=mark)[0] == 200
        client.cookies.clear()
        assert asks(token) == 401


def test_the_printed_link_has_no_password(client: TestClient) -> None:
    assert "printed link" in client.get("/en/account").text
    assert client.post("/en/account", data={"secret": secret_of(client), "act": "token"}).status_code == 403
