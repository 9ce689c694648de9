"""A round opened, closed with its result, opened again."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from binakriya.accounts.rules import Actor, Refused
from binakriya.quality.models import Round
from binakriya.quality.operations.results import make_result
from binakriya.quality.operations.rounds.common import held, name_of, say
from binakriya.quality.rules.rounds import REASON_MOST, check_move


def open_round(*, round_id: UUID, by: Actor, now: datetime) -> None:
    """Assessors see their products from now on. Raises NotAllowed, Round.DoesNotExist, Refused: round_state,
    round_no_products, round_no_assessors."""
    with transaction.atomic():
        round_ = held(round_id, by)
        target = check_move(round_.state, "open")
        if not round_.products.filter(dropped_at__isnull=True).exists():
            raise Refused("round_no_products")
        if not round_.assessors.filter(dropped_at__isnull=True).exists():
            raise Refused("round_no_assessors")
        round_.state, round_.opened_at, round_.updated_at = target.value, now, now
        round_.save(update_fields=["state", "opened_at", "updated_at"])
        say("opened", round_, by=by, now=now)


def close_round(*, round_id: UUID, by: Actor, now: datetime) -> int:
    """No more scoring; the result is computed and kept. Answers its number. What is not sent yet does not count, and
    stays for when the round is opened again. Raises NotAllowed, Round.DoesNotExist, Refused: round_state,
    round_nothing_scored."""
    with transaction.atomic():
        round_ = held(round_id, by)
        target = check_move(round_.state, "close")
        round_.state, round_.closed_at, round_.closed_by = target.value, now, name_of(by)
        round_.updated_at = now
        round_.save(update_fields=["state", "closed_at", "closed_by", "updated_at"])
        result = make_result(round_, by=by, now=now)
        say("closed", round_, by=by, now=now, after={"result": result.number, "engine": result.engine})
    return result.number


def reopen_round(*, round_id: UUID, reason: str, by: Actor, now: datetime) -> None:
    """What was sent stays sent. The result so far stays too. Raises NotAllowed, Round.DoesNotExist, Refused:
    round_state, reason_needed."""
    with transaction.atomic():
        round_: Round = held(round_id, by)
        target = check_move(round_.state, "reopen", reason=reason)
        round_.state, round_.reopened_why = target.value, reason.strip()[:REASON_MOST]
        round_.updated_at = now
        round_.save(update_fields=["state", "reopened_why", "updated_at"])
        say("reopened", round_, by=by, now=now, reason=round_.reopened_why)
