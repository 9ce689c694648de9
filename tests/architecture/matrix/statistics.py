from tests.architecture.matrix.declare import PUBLIC, Page

PAGES = {
    "statistics:overview": Page(PUBLIC),
    "statistics:data": Page(PUBLIC),
}
