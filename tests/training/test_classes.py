"""The products of whoever takes part in an activity can be packed as one class."""

from tests.people import World
from tests.products.made import make_product
from tests.training.made import make_activity, sign_up

from binakriya.packaging.queries.batch import product_ids_of, sources
from binakriya.training.models import Registration


def test_an_activity_is_a_class_of_products(world: World) -> None:
    activity = make_activity(world, title="Kelas kemasan")
    seat = sign_up(world, activity, 1)
    maker = Registration.objects.get(id=seat.id).enterprise_id
    made = make_product(world, maker)
    make_product(world, name="Milik usaha lain")
    officer = world.actor("officer")
    found = {one.code: (one.name, one.products) for one in sources(officer)}
    assert found[str(activity)] == ("Kelas kemasan", 1)
    assert product_ids_of(code=str(activity), by=officer) == ([made], "Kelas kemasan")
    assert str(activity) not in {one.code for one in sources(world.actor("practitioner"))}
