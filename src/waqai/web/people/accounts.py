"""What becomes of an account after it was made: its role, its password, its tokens, its end."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from waqai.web.people.person import Role
from waqai.web.people.store import People, PeopleError, hashed

_OF_A_PERSON = ("sessions", "tokens", "searches", "kept_reports", "accounts")


@dataclass(frozen=True, slots=True)
class Token:
    """A token of the API as its owner sees it: only what tells it from others, and the day it was made."""

    mark: str
    made: str


def has_account(people: People, name: str) -> bool:
    """Whether somebody of that name signs in with a password; who came by the printed link does not."""
    return bool(people.rows("SELECT 1 FROM accounts WHERE name = ?", name))


def set_role(people: People, name: str, role: Role) -> None:
    """The person has that role from the next request on; PeopleError where no admin would be left."""
    with people.writing() as connection:
        connection.execute("UPDATE accounts SET role = ? WHERE name = ?", (role.value, name))
        _leaves_an_admin(connection)


def set_password(people: People, name: str, password: str, session: str = "") -> None:
    """The password is another one, and every session of the person but this one ends; PeopleError: too short."""
    password_hash = people.password_hash(password)
    with people.writing() as connection:
        connection.execute("UPDATE accounts SET password = ? WHERE name = ?", (password_hash, name))
        connection.execute("DELETE FROM sessions WHERE name = ? AND key <> ?", (name, hashed(session)))


def remove(people: People, name: str) -> None:
    """The account, its sessions, tokens and searches are gone; what the person decided stays in the record's log.

    PeopleError where no admin would be left.
    """
    with people.writing() as connection:
        for table in _OF_A_PERSON:
            connection.execute(f"DELETE FROM {table} WHERE name = ?", (name,))  # noqa: S608  # names of our own
        _leaves_an_admin(connection)


def tokens(people: People, name: str) -> list[Token]:
    """The person's tokens, the newest first."""
    rows = people.rows("SELECT key, made FROM tokens WHERE name = ? ORDER BY made DESC, key", name)
    return [Token(str(key)[:12], str(made)[:10]) for key, made in rows]


def drop_token(people: People, name: str, mark: str) -> None:
    """The person's token of that mark opens nothing any more."""
    with people.writing() as connection:
        connection.execute("DELETE FROM tokens WHERE name = ? AND substr(key, 1, 12) = ?", (name, mark))


def _leaves_an_admin(connection: sqlite3.Connection) -> None:
    """PeopleError, and so nothing changed, where accounts are left and no admin among them."""
    roles = {str(role) for (role,) in connection.execute("SELECT role FROM accounts")}
    if roles and Role.ADMIN.value not in roles:
        raise PeopleError("people-last")
