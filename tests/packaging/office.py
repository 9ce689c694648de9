"""What the tests of an office's pages share: its own board, the text of a page, a form that is sent."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.test import Client
from django.urls import reverse
from tests.people import World

from binakriya.engines.protection import BoardGrade
from binakriya.packaging import operations

Browser = Callable[..., Client]
OWN = BoardGrade("BF 440", "B", 2.9, 440, 6.1, source="Lembar data PT Karton, 2018")
# Peak G, kPa, mm, mm: on the curve of a = 40 kPa and b = 0.0275 1/kPa, to the figure that a report prints.
POINTS = [(55.6, 1, 600, 50), (38.7, 2, 600, 50), (35.9, 3, 600, 50), (37.4, 4, 600, 50), (41.7, 5, 600, 50)]


def text(client: Client, name: str, *args: Any, **query: Any) -> str:
    answer = client.get(reverse(f"packaging:{name}", args=args), query)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode().replace("\u00a0", " ")


def post(client: Client, name: str, /, *args: Any, **form: Any) -> Any:
    return client.post(reverse(f"packaging:{name}", args=args), form)


def own_board(world: World, grade: BoardGrade = OWN) -> UUID:
    return operations.add_board(office_id=world.office_id, grade=grade, by=world.actor("officer"), now=world.now)
