"""Set-ups in which evidence could be lost or read by others: the record refuses them and says what to do."""

from __future__ import annotations

import os
import stat
from pathlib import Path

# File systems over a network: their locks lie, and two writers can spoil a database.
_NETWORK = frozenset(
    "nfs nfs4 cifs smb smbfs smb3 afs ncpfs 9p fuse.sshfs fuse.rclone fuse.s3fs davfs fuse.davfs2".split()
)
_MOUNTS = Path("/proc/self/mountinfo")
OWN = 0o600


def made_private(path: Path) -> None:
    """A new file stands there that only its owner may read and write; one that is there stays as it is."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, OWN))
    except FileExistsError:
        return


def danger(path: Path, mounts: Path = _MOUNTS) -> str | None:
    """Why no record may be kept there, with what to do; None where nothing speaks against it."""
    system = _file_system(path, mounts)
    if system in _NETWORK:
        return (
            f"{path} is on a network file system ({system}), whose locks cannot be trusted: "
            "keep the record on a disk of this machine, and copies of it there with `waqai backup`"
        )
    if not os.access(path.parent, os.W_OK):
        return f"the folder {path.parent} cannot be written to: a record needs its journal beside it"
    if path.exists() and not os.access(path, os.W_OK):
        return f"{path} cannot be written to (it is read-only, or another user's)"
    return None


def open_to_others(path: Path) -> str | None:
    """Why the file's rights are no rights for a record; None where others cannot get at it.

    A folder above it that others may not enter keeps them out, whatever the file's own rights are.
    """
    rights = stat.S_IMODE(path.stat().st_mode) & 0o006
    real = Path(os.path.realpath(path))
    if os.name != "posix" or not rights or not all(folder.stat().st_mode & 0o001 for folder in real.parents):
        return None
    may = "changed" if rights & 0o002 else "read"
    return f"{path} can be {may} by everyone on this machine: `chmod 600 {path}` makes it yours alone"


def _file_system(path: Path, mounts: Path) -> str | None:
    """The kind of the file system that holds the path; None where the system does not say."""
    try:
        lines = mounts.read_text("utf-8", "replace").splitlines()
    except OSError:
        return None
    real = os.path.realpath(path)
    best, kind = "", None
    for line in lines:
        before, _, after = line.partition(" - ")
        fields = before.split()
        point = fields[4].replace("\\040", " ") if len(fields) > 4 else ""
        inside = real == point or real.startswith(point.rstrip("/") + "/")
        if point and inside and len(point) >= len(best) and after.split():
            best, kind = point, after.split()[0]
    return kind
