"""Which records are the same enterprise.

Words: a *record* is one row of a list; a *link* says that two records belong together, as one enterprise (`same`) or
as two enterprises of one owner (`same_owner`); it is *likely* (joined unless an officer objects) or *possible* (an
officer decides); *evidence* is what speaks for or against it, in bits; a *cluster* is what likely links make one
enterprise of.

links = find_links(records, against=registry) clusters = group(links, records)

Nothing here reads a file, a clock or a network; the model is JSON in this package (`model.shipped`).
"""

from binakriya.engines.linkage.calibration import Calibration, Reviewed, calibrate
from binakriya.engines.linkage.evaluation import Evaluation, Figures, evaluate
from binakriya.engines.linkage.grouping import Cluster, group
from binakriya.engines.linkage.linking import find_links
from binakriya.engines.linkage.model import BadModel, Model, dumps, loads, shipped
from binakriya.engines.linkage.preparing import Prepared, blocking_keys, prepare
from binakriya.engines.linkage.records import Evidence, Link, Record

__all__ = [
    "BadModel",
    "Calibration",
    "Cluster",
    "Evaluation",
    "Evidence",
    "Figures",
    "Link",
    "Model",
    "Prepared",
    "Record",
    "Reviewed",
    "blocking_keys",
    "calibrate",
    "dumps",
    "evaluate",
    "find_links",
    "group",
    "loads",
    "prepare",
    "shipped",
]
