"""The page of datasets."""

from dataclasses import dataclass
from datetime import date

from binakriya.foundation.tables.classifications import Crossing, Hs, crossings, hs_codes
from binakriya.foundation.tables.datasets import datasets
from binakriya.foundation.tables.regions import Region, children


@dataclass(frozen=True, slots=True)
class DatasetRow:
    key: str
    title: str
    version: str
    source: str
    license: str
    checked_on: date
    firmness: str
    rows: int
    missing: str


@dataclass(frozen=True, slots=True)
class DataPage:
    """`kecamatan`: each with its kelurahan."""

    datasets: tuple[DatasetRow, ...]
    crossings: tuple[Crossing, ...]
    hs: tuple[Hs, ...]
    kecamatan: tuple[tuple[Region, tuple[Region, ...]], ...]


def data_page(*, language: str, city: str = "36.74") -> DataPage:
    """Everything of the help page, in the language of the screen."""
    return DataPage(
        tuple(
            DatasetRow(
                d.key,
                d.title.get(language, d.title["id"]),
                d.version,
                d.source,
                d.license,
                d.checked_on,
                d.firmness,
                d.rows,
                d.missing.get(language, d.missing["id"]),
            )
            for d in datasets()
        ),
        tuple(crossings().values()),
        hs_codes(),
        tuple((kecamatan, children(kecamatan.code)) for kecamatan in children(city)),
    )
