"""Synthetic worlds: lists of enterprises with a known truth, to train on and to validate with.

A *world* is some cities with their own vocabulary and habits of writing: how many different names, streets and wards
there are, which columns the lists have, how often what goes wrong. Every world draws these anew, so that nothing is
learned from one office's way of writing. Same seed, same world.
"""

from binakriya.engines.linkage.synthetic.world import Truth, World, make_world

__all__ = ["Truth", "World", "make_world"]
