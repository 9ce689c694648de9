"""Rounds planned and changed: products, assessors, recusals, who scores what."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from binakriya.accounts.rules import Actor, Deed, NotAllowed, Refused
from binakriya.foundation.rules.once import once_key
from binakriya.foundation.rules.text import clean_text
from binakriya.products.queries.scope import visible as visible_products
from binakriya.products.rules.facts import State as ProductState
from binakriya.quality.models import Recusal, Round, RoundProduct, RoundRubric, RubricVersion
from binakriya.quality.operations.rounds.common import add_rows, held, name_of, office_for, replan, say, touch
from binakriya.quality.queries.rounds.people import people_who_assess
from binakriya.quality.queries.rubrics.scope import visible as visible_rubrics
from binakriya.quality.rules import recusal
from binakriya.quality.rules.rounds import (
    ASSESSORS_MOST,
    NOTE_MOST,
    PRODUCTS_MOST,
    REASON_MOST,
    TITLE_MOST,
    WANTED_MOST,
    check_plan,
    rubric_for,
)
from binakriya.quality.rules.rubrics import State as RubricState


def plan_round(
    *,
    title: str,
    held_on: date,
    version_ids: Iterable[UUID],
    by: Actor,
    now: datetime,
    product_ids: Iterable[UUID] = (),
    person_ids: Iterable[UUID] = (),
    blind: bool = True,
    wanted: int = 2,
    note: str = "",
    office_id: UUID | None = None,
    nonce: str = "",
    is_sample: bool = False,
) -> UUID:
    """A round, planned; answers its id. Products get the rubric that fits their material. The same form again (`nonce`)
    answers the same. `office_id`: only for the software.

    Raises NotAllowed, Refused: no_office, title_needed, wanted_range, rubric_needed, and those of `add_products` and
    `add_assessors`."""
    office = office_for(by, office_id)
    title = _title(title)
    _check_wanted(wanted)
    versions, products, people = list(version_ids), list(product_ids), list(person_ids)
    key = once_key(nonce, title=title, on=held_on, rubrics=versions, products=products, people=people)
    try:
        with transaction.atomic():
            if key and (before := Round.objects.filter(office_id=office, nonce=key).first()):
                return before.id
            round_ = Round.objects.create(
                office_id=office,
                title=title,
                held_on=held_on,
                note=clean_text(note, lines=True)[:NOTE_MOST],
                blind=blind,
                wanted=wanted,
                nonce=key,
                is_sample=is_sample,
                created_at=now,
                created_by=name_of(by),
                updated_at=now,
            )
            _take_rubrics(round_, versions, by)
            _take(round_, products, people, by)
            replan(round_, now=now)
            after = {"products": len(products), "assessors": len(people), "blind": blind, "wanted": wanted}
            say("planned", round_, by=by, now=now, after=after)
    except IntegrityError:
        # Sent twice at the same moment: the other one made it.
        if key and (again := Round.objects.filter(office_id=office, nonce=key).first()):
            return again.id
        raise
    return round_.id


def change_round(
    *, round_id: UUID, title: str, held_on: date, blind: bool, wanted: int, note: str, by: Actor, now: datetime
) -> bool:
    """False when nothing changed. Raises NotAllowed, Round.DoesNotExist, Refused: title_needed, wanted_range,
    round_closed, round_open_blind (blind or not is settled once the round is open)."""
    title = _title(title)
    _check_wanted(wanted)
    note = clean_text(note, lines=True)[:NOTE_MOST]
    with transaction.atomic():
        round_ = held(round_id, by)
        check_plan(round_.state)
        if blind != round_.blind and round_.opened_at is not None:
            raise Refused("round_open_blind")
        said = {"title": title, "held_on": held_on, "blind": blind, "wanted": wanted, "note": note}
        after = {name: value for name, value in said.items() if getattr(round_, name) != value}
        if not after:
            return False
        for name, value in after.items():
            setattr(round_, name, value)
        round_.updated_at = now
        round_.save()
        if "wanted" in after:
            replan(round_, now=now)
        say("changed", round_, by=by, now=now, after={name: str(value) for name, value in after.items()})
    return True


def take_rubrics(*, round_id: UUID, version_ids: Iterable[UUID], by: Actor, now: datetime) -> int:
    """More rubrics for the round; how many are new. Raises NotAllowed, Round.DoesNotExist, Refused: round_closed,
    rubric_needed."""
    with transaction.atomic():
        round_ = held(round_id, by)
        check_plan(round_.state)
        made = _take_rubrics(round_, list(version_ids), by)
        if made:
            touch(round_, now)
            say("rubrics", round_, by=by, now=now, after={"rubrics": made})
    return made


def add_products(*, round_id: UUID, product_ids: Iterable[UUID], by: Actor, now: datetime) -> int:
    """How many are new. Raises NotAllowed, Round.DoesNotExist, Refused: round_closed, round_products_most,
    round_no_rubric (a material that no rubric of the round fits)."""
    with transaction.atomic():
        round_ = held(round_id, by)
        check_plan(round_.state)
        new, _people = _take(round_, list(product_ids), [], by)
        if new:
            replan(round_, now=now)
            touch(round_, now)
            say("products_added", round_, by=by, now=now, after={"products": new})
    return new


def drop_product(*, round_id: UUID, product_id: UUID, by: Actor, now: datetime) -> bool:
    """Out of the round; what was scored stays and counts again when it is added again. False when it is out already.
    Raises NotAllowed, Round.DoesNotExist, RoundProduct.DoesNotExist, Refused("round_closed")."""
    with transaction.atomic():
        round_ = held(round_id, by)
        check_plan(round_.state)
        row = round_.products.select_related("product").get(product_id=product_id)
        if row.dropped_at is not None:
            return False
        row.dropped_at = now
        row.save(update_fields=["dropped_at"])
        replan(round_, now=now)
        touch(round_, now)
        say("product_dropped", round_, by=by, now=now, after={"number": row.number, "product": row.product.name})
    return True


def add_assessors(*, round_id: UUID, person_ids: Iterable[UUID], by: Actor, now: datetime) -> int:
    """How many are new. Raises NotAllowed, Round.DoesNotExist, Refused: round_closed, round_assessors_most,
    assessor_unknown."""
    with transaction.atomic():
        round_ = held(round_id, by)
        check_plan(round_.state)
        _products, new = _take(round_, [], list(person_ids), by)
        if new:
            replan(round_, now=now)
            touch(round_, now)
            say("assessors_added", round_, by=by, now=now, after={"assessors": new})
    return new


def drop_assessor(*, round_id: UUID, assessor_id: UUID, by: Actor, now: datetime) -> bool:
    """What they scored stays and counts; what they had not begun goes to others. Raises NotAllowed,
    Round.DoesNotExist, Assessor.DoesNotExist, Refused("round_closed")."""
    with transaction.atomic():
        round_ = held(round_id, by)
        check_plan(round_.state)
        row = round_.assessors.get(id=assessor_id)
        if row.dropped_at is not None:
            return False
        row.dropped_at = now
        row.save(update_fields=["dropped_at"])
        replan(round_, now=now)
        touch(round_, now)
        say("assessor_dropped", round_, by=by, now=now, after={"assessor": row.name})
    return True


def recuse(
    *, round_id: UUID, assessor_id: UUID, product_id: UUID, kind: str, by: Actor, now: datetime, reason: str = ""
) -> bool:
    """The assessor does not score that product: said by the office, or by the assessor. A scoring of theirs stays, and
    does not count. False when it was said already. Raises NotAllowed, Round.DoesNotExist, Assessor.DoesNotExist,
    RoundProduct.DoesNotExist, Refused: round_closed, recusal_kind."""
    own = not by.may(Deed.QUALITY_PLAN)
    with transaction.atomic():
        round_ = held(round_id, by, Deed.QUALITY_ASSESS if own else Deed.QUALITY_PLAN)
        check_plan(round_.state)
        assessor = round_.assessors.get(id=assessor_id)
        if own and assessor.person_id != by.id:
            raise NotAllowed(Deed.QUALITY_PLAN)
        # Whose round it is comes first: who may not see it hears nothing of the form.
        said = recusal.check_kind(kind)
        product = round_.products.get(product_id=product_id)
        _row, new = Recusal.objects.get_or_create(
            assessor=assessor,
            product=product,
            defaults={
                "kind": said.value,
                "reason": clean_text(reason).strip()[:REASON_MOST],
                "said_at": now,
                "said_by": name_of(by),
            },
        )
        if not new:
            return False
        replan(round_, now=now)
        touch(round_, now)
        after = {"assessor": assessor.name, "number": product.number, "recusal": said.value}
        say("recused", round_, by=by, now=now, after=after, reason=reason.strip()[:REASON_MOST])
    return True


def lift_recusal(*, round_id: UUID, recusal_id: UUID, by: Actor, now: datetime) -> bool:
    """Said by mistake. Raises NotAllowed, Round.DoesNotExist, Recusal.DoesNotExist, Refused: round_closed,
    recusal_own (an own product is never scored)."""
    with transaction.atomic():
        round_ = held(round_id, by)
        check_plan(round_.state)
        row = Recusal.objects.select_related("assessor", "product").get(id=recusal_id, product__round=round_)
        if row.kind == recusal.Kind.OWN:
            raise Refused("recusal_own")
        after = {"assessor": row.assessor.name, "number": row.product.number}
        row.delete()
        replan(round_, now=now)
        touch(round_, now)
        say("recusal_lifted", round_, by=by, now=now, after=after)
    return True


def spread_again(*, round_id: UUID, by: Actor, now: datetime) -> None:
    """The plan afresh; what was begun stays. Raises NotAllowed, Round.DoesNotExist, Refused("round_closed")."""
    with transaction.atomic():
        round_ = held(round_id, by)
        check_plan(round_.state)
        round_.seed += 1
        round_.updated_at = now
        round_.save(update_fields=["seed", "updated_at"])
        replan(round_, now=now, afresh=True)
        say("spread", round_, by=by, now=now)


def _title(title: str) -> str:
    title = clean_text(title).strip()[:TITLE_MOST]
    if not title:
        raise Refused("title_needed")
    return title


def _check_wanted(wanted: int) -> None:
    if not 1 <= wanted <= WANTED_MOST:
        raise Refused("wanted_range", most=WANTED_MOST)


def _take_rubrics(round_: Round, version_ids: list[UUID], by: Actor) -> int:
    found = RubricVersion.objects.filter(
        id__in=version_ids,
        rubric__in=visible_rubrics(by),
        rubric__office_id=round_.office_id,
        state=RubricState.PUBLISHED.value,
    )
    versions = list(found)
    if not versions:
        raise Refused("rubric_needed")
    there = set(round_.rubrics.values_list("version_id", flat=True))
    new = [RoundRubric(round=round_, version=one) for one in versions if one.id not in there]
    RoundRubric.objects.bulk_create(new)
    return len(new)


def _take(round_: Round, product_ids: list[UUID], person_ids: list[UUID], by: Actor) -> tuple[int, int]:
    products = visible_products(by).filter(
        id__in=product_ids, office_id=round_.office_id, state=ProductState.ACTIVE.value
    )
    rubrics = {
        str(one.version_id): tuple(one.version.content["materials"]) for one in round_.rubrics.select_related("version")
    }
    chosen, without = [], []
    for product in products.order_by("name", "id"):
        version = rubric_for(product.material, rubrics)
        if version is None:
            without.append(product.name)
        else:
            chosen.append((product.id, UUID(version)))
    if without:
        raise Refused("round_no_rubric", products=", ".join(without[:3]), n=len(without))
    known = {one.id: one.name for one in people_who_assess(by=by, office_id=round_.office_id)}
    if not set(person_ids) <= set(known):
        raise Refused("assessor_unknown")
    made = add_rows(round_, products=chosen, people=[(one, known[one]) for one in dict.fromkeys(person_ids)])
    standing: Collection[RoundProduct] = round_.products.filter(dropped_at__isnull=True)
    if len(standing) > PRODUCTS_MOST:
        raise Refused("round_products_most", most=PRODUCTS_MOST)
    if round_.assessors.filter(dropped_at__isnull=True).count() > ASSESSORS_MOST:
        raise Refused("round_assessors_most", most=ASSESSORS_MOST)
    return made


__all__ = [
    "add_assessors",
    "add_products",
    "change_round",
    "drop_assessor",
    "drop_product",
    "lift_recusal",
    "plan_round",
    "recuse",
    "spread_again",
    "take_rubrics",
]
