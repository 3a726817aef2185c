"""The file of people: accounts with Argon2id passwords, their sessions, tokens, saved searches and reports."""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from waqai.web.people.person import Person, Role

SHORTEST = 10  # characters of a password
_DAYS = 30
_TABLES = """
CREATE TABLE IF NOT EXISTS accounts(name TEXT PRIMARY KEY, role TEXT NOT NULL, password TEXT NOT NULL, mail TEXT);
CREATE TABLE IF NOT EXISTS sessions(
  key TEXT PRIMARY KEY, name TEXT NOT NULL, secret TEXT NOT NULL, until TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS tokens(key TEXT PRIMARY KEY, name TEXT NOT NULL, made TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS searches(
  number INTEGER PRIMARY KEY, name TEXT NOT NULL, title TEXT NOT NULL, address TEXT NOT NULL, language TEXT NOT NULL,
  mail TEXT, seen INTEGER NOT NULL DEFAULT 0, epoch TEXT NOT NULL DEFAULT '', UNIQUE(name, address));
CREATE TABLE IF NOT EXISTS kept_reports(name TEXT NOT NULL, report TEXT NOT NULL, PRIMARY KEY(name, report));
"""


class PeopleError(ValueError):
    """An account that cannot be made; `reason` is a key of the page's words."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Search:
    """A saved search: whose, what it is called, its address, where its news go, and what was seen of it."""

    number: int
    name: str
    title: str
    address: str
    language: str
    mail: str | None
    seen: int
    epoch: str


class People:
    """The file of people. Every method is one transaction."""

    def __init__(self, path: Path) -> None:
        """The file is made where it is missing; nobody else on the machine may read it."""
        self._lock = threading.Lock()
        new = not path.exists()
        self._connection = sqlite3.connect(path, check_same_thread=False)
        if new:
            path.chmod(0o600)
        self._connection.executescript(_TABLES)
        self._hasher = PasswordHasher()
        self._nobody = self._hasher.hash(secrets.token_hex(8))

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The connection, in a transaction that is kept whole or not at all."""
        with self._lock, self._connection:
            yield self._connection

    def rows(self, query: str, *values: object) -> list[tuple[object, ...]]:
        """What the file answers."""
        with self._lock:
            return list(self._connection.execute(query, values))

    def add(self, name: str, password: str, role: Role) -> None:
        """A new account; PeopleError where the name is taken or the password too short."""
        password_hash = self.password_hash(password)
        try:
            with self.writing() as connection:
                connection.execute(
                    "INSERT INTO accounts VALUES (?,?,?,NULL)", (name.strip(), role.value, password_hash)
                )
        except sqlite3.IntegrityError:
            raise PeopleError("people-exists") from None

    def password_hash(self, password: str) -> str:
        """What is kept of a password; PeopleError where it is too short."""
        if len(password) < SHORTEST:
            raise PeopleError("people-short")
        return self._hasher.hash(password)

    def accounts(self) -> list[tuple[str, Role]]:
        """Names and roles."""
        return [(str(n), Role(str(r))) for n, r in self.rows("SELECT name, role FROM accounts ORDER BY name")]

    def enter(self, name: str, password: str) -> str | None:
        """A new session's key for the right password; None, after the same time, for a wrong one."""
        if not self.knows(name, password):
            return None
        key = secrets.token_urlsafe(32)
        until = (_now() + timedelta(days=_DAYS)).isoformat()
        with self.writing() as connection:
            row = (hashed(key), name.strip(), secrets.token_urlsafe(24), until)
            connection.execute("INSERT INTO sessions VALUES (?,?,?,?)", row)
        return key

    def knows(self, name: str, password: str) -> bool:
        """Whether it is the password of that account; it takes as long where there is none."""
        found = self.rows("SELECT password FROM accounts WHERE name = ?", name.strip())
        try:
            self._hasher.verify(str(found[0][0]) if found else self._nobody, password)
        except (VerifyMismatchError, InvalidHashError):
            return False
        return bool(found)

    def leave(self, key: str) -> None:
        """The session ends."""
        with self.writing() as connection:
            connection.execute("DELETE FROM sessions WHERE key = ?", (hashed(key),))

    def by_session(self, key: str) -> Person | None:
        """Whose session it is, while it lasts."""
        query = (
            "SELECT s.name, a.role, s.secret FROM sessions s JOIN accounts a ON a.name = s.name "
            "WHERE s.key = ? AND s.until > ?"
        )
        found = self.rows(query, hashed(key), _now().isoformat())
        return Person(str(found[0][0]), Role(str(found[0][1])), str(found[0][2])) if found else None

    def make_token(self, name: str) -> str:
        """A new token of the API for this person; only its hash is kept."""
        token = "wq_" + secrets.token_urlsafe(24)
        with self.writing() as connection:
            connection.execute("INSERT INTO tokens VALUES (?,?,?)", (hashed(token), name, _now().isoformat()))
        return token

    def by_token(self, token: str) -> Person | None:
        """Whose token it is."""
        query = "SELECT t.name, a.role FROM tokens t JOIN accounts a ON a.name = t.name WHERE t.key = ?"
        found = self.rows(query, hashed(token))
        return Person(str(found[0][0]), Role(str(found[0][1]))) if found else None

    def kept(self, name: str) -> list[tuple[object, ...]]:
        """The reports that this person saved."""
        return self.rows("SELECT report FROM kept_reports WHERE name = ? ORDER BY report", name)

    def keep(self, name: str, report: str, *, keep: bool) -> None:
        """The report is saved, or no longer."""
        add = "INSERT OR IGNORE INTO kept_reports VALUES (?, ?)"
        drop = "DELETE FROM kept_reports WHERE name = ? AND report = ?"
        with self.writing() as connection:
            connection.execute(add if keep else drop, (name, report))

    def keeps(self, name: str, report: str) -> bool:
        """Whether this person saved the report."""
        return bool(self.rows("SELECT 1 FROM kept_reports WHERE name = ? AND report = ?", name, report))


def hashed(key: str) -> str:
    """What is kept of a session's key or a token."""
    return hashlib.sha256(key.encode()).hexdigest()


def _now() -> datetime:
    return datetime.now(UTC)
