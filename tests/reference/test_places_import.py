"""A user's own places: each kind of table is taken in, twice changes nothing, bad rows are named."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from waqai.cli import cli
from waqai.reference import places
from waqai.reference.places import PlacesError, importing, local

HEAD = "9900001 Zaytunat Zaytunat زيتونة_البير,Zaytunat 35.51 40.02 P PPL SY - 07 - - - 1200 - 210 Asia/Damascus 2020"
VILLAGE = HEAD.replace(" ", "\t").replace("_", " ").replace("\t-", "\t")
NAMELESS = VILLAGE.replace("9900001", "9900002").replace("زيتونة البير,", "")


@pytest.fixture(autouse=True)
def shipped_only() -> Iterator[None]:
    places.use(None)
    yield
    places.use(None)


def written(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


def zipped(path: Path, name: str, text: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "GeoNames")
        archive.writestr(name, text)
    return path


def test_a_country_dump_of_geonames(tmp_path: Path) -> None:
    dump = zipped(tmp_path / "SY.zip", "SY.txt", f"{VILLAGE}\n{NAMELESS}\nbroken\tline\n")
    target = tmp_path / "war.waqai.places.csv"
    done = importing.run([dump], target, places.load())
    assert (done.new, done.known) == (1, 0)
    assert done.faults == [f"{dump}:3: 2 columns, GeoNames has 19"]
    row = local.read(target)["gn-9900001"]
    assert (row.name, row.kind, row.parent, row.population) == ("زيتونة البير", "village", "sy-deir-ez-zor", 1200)


def test_importing_twice_changes_nothing(tmp_path: Path) -> None:
    dump = zipped(tmp_path / "SY.zip", "SY.txt", VILLAGE + "\n")
    target = tmp_path / "war.waqai.places.csv"
    importing.run([dump], target, places.load())
    before = target.read_bytes()
    again = importing.run([dump], target, places.load())
    assert (again.new, again.changed, again.known) == (0, 0, 1)
    assert target.read_bytes() == before


def test_names_by_id_are_added_to_what_is_known(tmp_path: Path) -> None:
    dump = zipped(tmp_path / "SY.zip", "SY.txt", VILLAGE + "\n")
    names = zipped(
        tmp_path / "alternateNamesV2.zip",
        "alternateNamesV2.txt",
        "1\t9900001\tar\tزيتونة البئر\t\t\t\t\n2\t9900001\tfr\tZeitounet\t\t\t\t\n3\t1\tar\tلا أحد\n",
    )
    target = tmp_path / "war.waqai.places.csv"
    importing.run([dump, names], target, places.load())
    assert local.read(target)["gn-9900001"].names == ("زيتونة البير", "زيتونة البئر")


def test_a_table_of_pcodes(tmp_path: Path) -> None:
    table = written(
        tmp_path / "adm4.csv",
        "admin1Pcode,admin1Name_ar,admin4Pcode,admin4Name_en,admin4Name_ar,Latitude,Longitude\n"
        "SY07,إدلب,C9001,Wadi Nasim,وادي النسيم الغربي,35.9,36.6\n"
        "SY07,إدلب,C9002,Nameless,,35.9,36.6\n"
        "SY07,إدلب,C9003,Nowhere,بلا مكان,north,36.6\n",
    )
    target = tmp_path / "war.waqai.places.csv"
    done = importing.run([table], target, places.load())
    assert [place.name for place in local.read(target).values()] == ["وادي النسيم الغربي"]
    assert done.faults == [
        f"{table}:3: C9002: no Arabic name",
        f"{table}:4: lat «north», lon «36.6»: no numbers",
    ]


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("mine.csv", "place,north,east\nx,1,2\n", ":1: wants the columns name_ar, lat, lon"),
        ("SY.zip", "no zip at all", "no ZIP file, or broken"),
        ("mine.xlsx", "", "save a spreadsheet as CSV first"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_line(tmp_path: Path, name: str, text: str, says: str) -> None:
    with pytest.raises(PlacesError) as caught:
        importing.run([written(tmp_path / name, text)], tmp_path / "t.csv", places.load())
    assert says in str(caught.value)
    assert not (tmp_path / "t.csv").exists()


def test_a_local_table_that_was_edited_badly_names_its_line(tmp_path: Path) -> None:
    mine = written(tmp_path / "mine.csv", "name_ar,lat,lon,country\nتل الزعرورة,33.1,35.9,SY\n")
    target = tmp_path / "war.waqai.places.csv"
    importing.run([mine], target, places.load())
    written(target, target.read_text("utf-8").replace(",village,", ",planet,"))
    places.use(target)
    with pytest.raises(PlacesError) as caught:
        places.load()
    assert f"{target}:2:" in str(caught.value)


def test_the_command_keeps_them_beside_the_record_and_the_gazetteer_has_them(tmp_path: Path) -> None:
    mine = written(
        tmp_path / "mine.csv", "name_ar,lat,lon,country,kind\nتل الزعرورة,33.1,35.9,SY,village\nx,1,2,SY,village\n"
    )
    record = tmp_path / "war.waqai"
    result = CliRunner().invoke(cli, ["places", "import", str(mine), "--record", str(record)])
    assert result.exit_code == 0, result.output
    assert f"{mine}:3: no Arabic name" in result.output
    places.use(local.beside(record))
    assert "تل الزعرورة" in {name for name, _ in places.load().names()}


def waqai(*arguments: str) -> str:
    """What the command prints, in a process of its own: the lexicon is built once a process."""
    run = [sys.executable, "-c", "from waqai.cli import cli; cli()", *arguments]
    return subprocess.run(run, capture_output=True, check=True, encoding="utf-8").stdout


def test_a_report_that_names_an_imported_village_is_placed_there(tmp_path: Path) -> None:
    mine = written(tmp_path / "mine.csv", "name_ar,lat,lon,country,kind\nزيتونة البير,33.1,35.9,SY,village\n")
    report = written(tmp_path / "r.txt", "قتل ثلاثة مدنيين أمس في قصف على زيتونة البير.")
    record = str(tmp_path / "war.waqai")
    waqai("places", "import", str(mine), "--record", record)
    waqai("read", str(report), "--record", record, "--published", "2021-07-14")
    (line,) = waqai("export", "incidents", "--format", "jsonl", "--record", record).splitlines()
    assert json.loads(line)["places"] == [{"name": "زيتونة البير", "lat": 33.1, "lon": 35.9}]
