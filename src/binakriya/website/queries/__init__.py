"""What the pages of the frame show, gathered from the rooms' own queries."""

from binakriya.website.queries.home import leadership_home, maker_home, office_home, visitor_home
from binakriya.website.queries.search import search_page

__all__ = ["leadership_home", "maker_home", "office_home", "search_page", "visitor_home"]
