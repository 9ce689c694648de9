"""Labels: what must be said for a product and a destination, and how it is drawn so that it can be read."""
