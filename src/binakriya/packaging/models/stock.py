"""What an office can pack with: boards, ready boxes, suppliers' prices, and values that it measured itself."""

from django.db import models
from django.db.models import F, Q

from binakriya.foundation.ids import new_id
from binakriya.packaging.rules.limits import BOARD, FLUTES, SIDE_MM, SIDES


def _within(*names: str) -> Q:
    limits = BOARD | dict.fromkeys(SIDES, SIDE_MM)
    return Q(
        **{f"{name}__gte": limits[name][0] for name in names}, **{f"{name}__lte": limits[name][1] for name in names}
    )


class Board(models.Model):
    """A grade of board. Caliper in mm, grammage in g/m², ECT in N/mm, bending stiffness in N·m, bursting strength (BST)
    in kPa; `flute` "" for card. `source`: who says so (a supplier's sheet, a test), on which day (`dated`); one of the
    engine's own sources where the row was taken from its table. A change is a new row: the one before keeps what it
    said, with `removed_at`."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    office = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=60)
    flute = models.CharField(max_length=2, blank=True)
    caliper_mm = models.FloatField()
    grammage = models.FloatField()
    ect_n_per_mm = models.FloatField(null=True, blank=True)
    dx_nm = models.FloatField(null=True, blank=True)
    dy_nm = models.FloatField(null=True, blank=True)
    burst_kpa = models.FloatField(null=True, blank=True)
    supplier = models.CharField(max_length=120, blank=True)
    source = models.CharField(max_length=200)
    dated = models.DateField(null=True, blank=True)
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=120, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["grammage", "code"]
        constraints = [
            models.CheckConstraint(condition=~Q(code=""), name="pack_board_has_code"),
            models.CheckConstraint(condition=~Q(source=""), name="pack_board_has_source"),
            models.CheckConstraint(condition=Q(flute__in=FLUTES), name="pack_board_flute"),
            models.CheckConstraint(condition=_within("caliper_mm"), name="pack_board_caliper"),
            models.CheckConstraint(condition=_within("grammage"), name="pack_board_grammage"),
            models.CheckConstraint(
                condition=Q(ect_n_per_mm__isnull=True) | _within("ect_n_per_mm"),
                name="pack_board_ect",
            ),
            models.CheckConstraint(
                condition=Q(dx_nm__isnull=True, dy_nm__isnull=True)
                # Said of both: an unknown comparison (with NULL) would let the row pass.
                | Q(dx_nm__isnull=False, dy_nm__isnull=False) & _within("dx_nm", "dy_nm"),
                name="pack_board_stiffness_both",
            ),
            models.CheckConstraint(
                condition=Q(burst_kpa__isnull=True) | _within("burst_kpa"),
                name="pack_board_burst",
            ),
            models.UniqueConstraint(
                fields=["office", "code"], condition=Q(removed_at__isnull=True), name="pack_board_code_once"
            ),
        ]

    def __str__(self) -> str:
        return self.code


class StockBox(models.Model):
    """A box that is ready to buy: inside in mm; a price in rupiah a box, where known, with supplier and date; how many
    lie there (`on_hand`), as counted on a day."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    office = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=40)
    name = models.CharField(max_length=120)
    style = models.CharField(max_length=30, default="0201")
    length_mm = models.FloatField()
    breadth_mm = models.FloatField()
    height_mm = models.FloatField()
    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="stock_boxes")
    price = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    supplier = models.CharField(max_length=120, blank=True)
    dated = models.DateField(null=True, blank=True)
    on_hand = models.PositiveIntegerField(null=True, blank=True)
    counted_on = models.DateField(null=True, blank=True)
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=120, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["name", "code"]
        constraints = [
            models.CheckConstraint(condition=~Q(code="") & ~Q(name=""), name="stock_box_has_name"),
            *(
                models.CheckConstraint(condition=_within(f"{side}_mm"), name=f"stock_box_{side}")
                for side in ("length", "breadth", "height")
            ),
            models.CheckConstraint(
                condition=Q(price__isnull=True) | (Q(price__gt=0, dated__isnull=False) & ~Q(supplier="")),
                name="stock_box_price_said_by",
            ),
            models.CheckConstraint(
                condition=Q(on_hand__isnull=True, counted_on__isnull=True)
                | Q(on_hand__isnull=False, counted_on__isnull=False),
                name="stock_box_counted_on",
            ),
            models.UniqueConstraint(
                fields=["office", "code"], condition=Q(removed_at__isnull=True), name="stock_box_code_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Offer(models.Model):
    """A supplier's prices for boxes of one board. `breaks`: pairs (quantity from, rupiah) of board by m² or sheet;
    `rest`: what else the offer says (`rules.offers`)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    office = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, related_name="+")
    supplier = models.CharField(max_length=120)
    dated = models.DateField()
    valid_until = models.DateField(null=True, blank=True)
    board_code = models.CharField(max_length=60)
    sold_by = models.CharField(max_length=5, default="m2")
    breaks = models.JSONField(default=list)
    rest = models.JSONField(default=dict)
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=120, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["board_code", "supplier", "-dated"]
        constraints = [
            models.CheckConstraint(condition=~Q(supplier="") & ~Q(board_code=""), name="offer_said_by"),
            models.CheckConstraint(condition=Q(sold_by__in=("m2", "sheet")), name="offer_sold_by"),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("dated")), name="offer_valid_after"
            ),
            models.UniqueConstraint(
                fields=["office", "supplier", "board_code", "dated"],
                condition=Q(removed_at__isnull=True),
                name="offer_once_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.supplier} {self.board_code}"


class Calibrated(models.Model):
    """An office's own value for one of the engine's assumptions: who measured or decided it, when and why. `evidence`:
    the drop tests that it was computed from (`rules.evidence`), {} where it was decided."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    office = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=60)
    value = models.FloatField()
    low = models.FloatField(null=True, blank=True)
    high = models.FloatField(null=True, blank=True)
    why = models.CharField(max_length=300)
    evidence = models.JSONField(default=dict, blank=True)
    measured_on = models.DateField(null=True, blank=True)
    by_id = models.UUIDField(null=True)
    by_label = models.CharField(max_length=120)
    at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["code", "-at"]
        constraints = [
            models.CheckConstraint(condition=~Q(code="") & ~Q(why="") & ~Q(by_label=""), name="calibrated_said_by"),
            models.CheckConstraint(
                condition=Q(low__isnull=True, high__isnull=True)
                | Q(low__isnull=False, high__isnull=False, value__gte=F("low"), value__lte=F("high")),
                name="calibrated_in_range",
            ),
            models.UniqueConstraint(
                fields=["office", "code"], condition=Q(removed_at__isnull=True), name="calibrated_once"
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Curve(models.Model):
    """An office's own cushion curve: points of an ASTM D1596 test of one material, as rows (peak G, static stress in
    kPa, drop height in mm, thickness in mm). Its a and b are fitted anew whenever they are asked; `a`, `b` and `r2`
    stand here for lists. In choosing it goes in the place of the assumed material `cushion`."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    office = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, related_name="+")
    cushion = models.CharField(max_length=30)
    name = models.CharField(max_length=80)
    points = models.JSONField(default=list)
    a_kpa = models.FloatField()
    b_per_kpa = models.FloatField()
    r2 = models.FloatField()
    source = models.CharField(max_length=200)
    measured_on = models.DateField()
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=120)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["cushion", "-added_at"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(source="") & ~Q(cushion="") & ~Q(added_by=""), name="pack_curve_said_by"
            ),
            models.CheckConstraint(condition=Q(a_kpa__gt=0, b_per_kpa__gt=0), name="pack_curve_rises"),
            models.UniqueConstraint(
                fields=["office", "cushion"], condition=Q(removed_at__isnull=True), name="pack_curve_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name
