from tests.architecture.matrix.declare import PUBLIC, Page, by_deed

from binakriya.accounts.rules import Deed

PAGES = {
    "statistics:public": Page(PUBLIC),
    "statistics:overview": Page(by_deed(Deed.STATISTICS_READ)),
    "statistics:data": Page(PUBLIC),
}
