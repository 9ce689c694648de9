"""The passport on paper: what stands today in, the bytes of a tagged PDF out.

Plain Python, without Django, clock or database, as all that the press prints.
"""

from binakriya.passport.sheets.passport import PassportFacts, passport_pdf

__all__ = ["PassportFacts", "passport_pdf"]
