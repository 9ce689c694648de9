"""The product passport: how far a product is, on what evidence, and what to do next.

Words: a **stage** is one of quality, packaging, label, rights, market; a **criterion** belongs to a stage and is met
by **evidence** that another room holds, never by a bare tick. A **set** is a version of the criteria. A **step** is
what to do about an unmet criterion.
"""
