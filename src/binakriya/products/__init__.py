"""What makers make: size, mass, material, photos, and what is known of how fragile it is.

Words: a *product* is made by one enterprise (its *maker*); a *variant* is one size of it, with a size, a mass and who
measured them how; *evidence* is what the office itself found out about a product's fragility: drop tests or a declared
G; a *list* is a file with the products of a whole class, read, shown, confirmed, and undone if need be.
"""
