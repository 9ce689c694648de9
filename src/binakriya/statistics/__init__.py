"""Indicators, national series, maps. It only reads."""
