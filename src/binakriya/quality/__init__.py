"""Quality of products: rubrics, rounds of assessment, defects, and figures that assessors agree on.

Words: a **rubric** is a list of criteria for one material or technique; each criterion has anchored **levels**; a
**gate** must pass and is never weighed against scores. A **round** has products of a day scored by several
**assessors**; an **assignment** is one product for one assessor; a **scoring** is what the assessor said. A **defect**
is a fault at a point of a photo. A **sampling plan** says how many of a lot to look at.
"""
