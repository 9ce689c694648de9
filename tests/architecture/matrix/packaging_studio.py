"""The packaging studio: from sizes to a drawing, and to a saved specification."""

from tests.architecture.matrix.declare import Page, by_deed

from binakriya.accounts.rules import Deed

READ = by_deed(Deed.PACKAGING_READ, Deed.OWN_ENTERPRISE)
WRITE = by_deed(Deed.PACKAGING_WRITE)
QUERY = (
    "length=120&breadth=80&height=60&mass=300&material=ceramic&form=plain&journey=courier&quantity=100&purpose=shipping"
)


PAGES = {
    "packaging:studio": Page(READ, query=QUERY),
    "packaging:studio-save": Page(WRITE, methods="POST"),
    "packaging:studio-drawing": Page(READ, kwargs=lambda world: {"kind": "dxf"}, query=QUERY),
}
