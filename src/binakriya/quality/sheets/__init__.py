"""Printed matter of the room: what stands in it as plain data, and its templates."""
