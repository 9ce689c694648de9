"""Packaging: from a measured product to a pack that a printer can make and another engineer can check.

Words: a **specification** is the pack of one product on one journey for one quantity, with its calculation sheet; it
has **versions** that are drafts until a practitioner has **checked** them and the office has **adopted** one. An
**alternative** is one way to pack the product, proposed for a **reason** (lightest, cheapest, …). A **stock box** is a
box that is ready to buy. The room keeps the office's boards, stock boxes, price lists and calibrated assumptions.
"""
