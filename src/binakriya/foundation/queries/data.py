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

    def said(text: dict[str, str]) -> str:
        return text.get(language, text["id"])

    return DataPage(
        tuple(
            DatasetRow(
                d.key,
                said(d.title),
                said(d.version),
                said(d.source),
                said(d.license),
                d.checked_on,
                d.firmness,
                d.rows,
                said(d.missing),
            )
            for d in datasets()
        ),
        tuple(crossings().values()),
        hs_codes(),
        tuple((kecamatan, children(kecamatan.code)) for kecamatan in children(city)),
    )
