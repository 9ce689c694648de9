"""The result of a round: computed when it is closed, and never changed."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import Max
from django.utils import timezone

from binakriya.accounts.rules import Actor, Refused
from binakriya.engines.scoring import ENGINE_VERSION
from binakriya.products.queries.papers import papers_held
from binakriya.quality.models import ProductResult, Recusal, Round, RoundResult, Scoring
from binakriya.quality.operations.rubrics.common import name_of
from binakriya.quality.rules.results import Said, compute
from binakriya.quality.rules.rubrics import Rubric, read_rubric
from binakriya.quality.rules.scoring import Answer


def make_result(round_: Round, *, by: Actor, now: datetime) -> RoundResult:
    """Of what was sent, without products that were taken out and pairs that are recused. Part of closing a round.
    Raises Refused("round_nothing_scored")."""
    recused = set(Recusal.objects.filter(product__round=round_).values_list("assessor_id", "product_id"))
    found = Scoring.objects.filter(
        assignment__product__round=round_, assignment__product__dropped_at__isnull=True, state="submitted"
    ).select_related("assignment__product__version", "assignment__assessor")
    rows = [one for one in found if (one.assignment.assessor_id, one.assignment.product_id) not in recused]
    if not rows:
        raise Refused("round_nothing_scored")
    products = {str(one.assignment.product_id): one.assignment.product for one in rows}
    said: dict[UUID, list[Said]] = {}
    rubrics: dict[UUID, Rubric] = {}
    for one in rows:
        version = one.assignment.product.version
        if version.id not in rubrics:
            rubrics[version.id] = read_rubric(version.content)
        answer = Answer.of(one.fields)
        said.setdefault(version.id, []).append(
            Said(
                str(one.assignment.product_id),
                str(one.assignment.assessor_id),
                answer.values,
                answer.gates,
                tuple((each.kind, each.severity) for each in answer.defects.values()),
            )
        )
    content, made = {}, []
    for version_id, scorings in said.items():
        papers = _papers(
            {one.product: products[one.product].product_id for one in scorings},
            rubrics[version_id],
            timezone.localdate(now),
        )
        group = compute(scorings, rubrics[version_id], papers)
        content[str(version_id)] = group.content
        made += [(version_id, one) for one in group.outcomes]
    last = round_.results.aggregate(last=Max("number"))["last"] or 0
    result = RoundResult.objects.create(
        round=round_, number=last + 1, engine=str(ENGINE_VERSION), content=content, made_at=now, made_by=name_of(by)
    )
    ProductResult.objects.bulk_create(
        ProductResult(
            result=result,
            product_id=products[one.product].product_id,
            version_id=version_id,
            number=products[one.product].number,
            assessors=one.assessors,
            raw=one.raw,
            fair=one.fair,
            low=one.low,
            high=one.high,
            best=one.best,
            worst=one.worst,
            panel=one.panel,
            criteria=one.criteria,
            gates=one.gates,
        )
        for version_id, one in made
    )
    return result


def _papers(products: dict[str, UUID], rubric: Rubric, today: date) -> dict[str, dict[str, str]]:
    """Product of the round → gate → what its papers say: those that are checked and in force; a failed one counts."""
    gates = {one.key: one.paper for one in rubric.gates if one.paper}
    if not gates:
        return {}
    held = papers_held(product_ids=set(products.values()))
    found: dict[str, dict[str, str]] = {}
    for key, product_id in products.items():
        for paper in held.get(product_id, ()):
            if not paper.checked or (paper.valid_until is not None and paper.valid_until < today):
                continue
            for gate, subject in gates.items():
                if paper.subject == subject and paper.result in ("pass", "fail"):
                    found.setdefault(key, {})[gate] = paper.result
    return found
