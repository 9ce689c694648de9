"""The sheets that go with a specification: a stored specification in, the bytes of a tagged PDF out.

Plain Python, without Django, clock or database, as all that the press prints.
"""

from binakriya.packaging.sheets.calculation import calculation_pdf
from binakriya.packaging.sheets.facts import SheetFacts
from binakriya.packaging.sheets.maker import maker_pdf
from binakriya.packaging.sheets.printer import printer_pdf

__all__ = ["SheetFacts", "calculation_pdf", "maker_pdf", "printer_pdf"]
