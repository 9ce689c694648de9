"""Other offices' lists: a seeded maker of messy participant lists with what a careful person reads from them.

The product is judged by lists in shapes its authors have not seen. This package makes such sets: a population of craft
enterprises, three to five list files about them in different shapes, ``truth.csv`` (which row is which enterprise) and
``understood.csv`` (what each row says), in the format of the reference event's lists.

Everybody and everything in the lists is synthetic: every NIK, family-card number and NIB ends in 0000, which no
real one does; every phone number contains 0000; e-mail is at example.com.

Conventions a careful reader follows, and so the expectations:

* A row is numbered as a spreadsheet counts it (line breaks inside a field and blank lines included, hidden rows too).
  A list is named by the file's number; when several sheets of the file hold data, ``number/sheet name``.
* An empty expectation means that the row does not say it. Section rows, sheet titles and merged cells speak for the
  rows below them; a value which follows only by reasoning (birth date from a NIK, kecamatan from a
  kelurahan) is not said.
* Numbers which have lost digits (``3.67E+15``, a NIK of 15 digits) say nothing. Phones are E.164 exactly as written.
* ``since`` of "12 tahun" counts back from 2018, the year of all lists. Turnover is in rupiah a year; an open range
  ("less than 1 million") has only the end it names.
* Names of places in South Tangerang are the official ones whatever their spelling; places elsewhere stay as written.

Words: *enterprise* one business of one owner; *mention* one row about it; *saying* what is written in a cell together
with what is understood from it; *shape* one way in which some office lays out its list.
"""

from tests.lists.making import ListSet, Mentioned, make_set
from tests.lists.shapes import DEFAULT_SHAPES, SHAPES

__all__ = ["DEFAULT_SHAPES", "SHAPES", "ListSet", "Mentioned", "make_set"]
