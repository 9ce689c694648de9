"""Enterprises (IKM), owners, associations' lists; imports; duplicates.

Words: an *enterprise* is one business of one owner; an *owner* is the person behind it; a *contact* is a phone, e-mail
or page; a *batch* is one import of one or more list files; a *row* is one line of a list as read; a *candidate* is a
pair of enterprises that may be the same; a *merge* makes one of two and can be undone.
"""
