"""Indicators, national series, maps. It only reads.

Words: a *series* is what a publisher said of one measure over years, with its basis; a *tile* is one figure of the
city with its unit; a *shade* is the class of a kelurahan on the map.
"""
