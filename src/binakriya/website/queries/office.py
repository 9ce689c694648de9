"""What the home page says of an office: its figures, how complete its registry is, how far its set-up came."""

import datetime as dt

from django.core.cache import caches
from django.utils import timezone
from django.utils.translation import gettext as _

from binakriya.accounts.queries import office_with_associations
from binakriya.accounts.rules import Actor, Deed
from binakriya.registry.queries.figures import Completeness, completeness
from binakriya.training.queries.attention import trained
from binakriya.website.addresses import address
from binakriya.website.pages import Bar, Data, SetUp, SetUpStep, Tile
from binakriya.website.templatetags.kriya import day

MANY = 5000  # enterprises: counting more takes longer than the rest of the page
MONTHS = 3  # that a change is told over


def _since(now: dt.datetime) -> dt.datetime:
    """The first moment of the month MONTHS before this one."""
    today = timezone.localdate(now)
    month = today.year * 12 + today.month - 1 - MONTHS
    return timezone.make_aware(dt.datetime(month // 12, month % 12 + 1, 1))


def registry_figures(*, by: Actor, now: dt.datetime) -> Completeness | None:
    """Counted at each call; where there are very many, at most once a minute. None for whoever may not read them."""
    if by.office_id is None or not by.may(Deed.REGISTRY_READ):
        return None
    key = f"home:registry:{by.office_id}"
    found: Completeness | None = caches["near"].get(key)
    if found is None:
        found = completeness(office_id=by.office_id, since=_since(now))
        if found.whole > MANY:
            caches["near"].set(key, found, 60)
    return found


def tiles(*, by: Actor, now: dt.datetime, upcoming: int, registry: Completeness | None) -> tuple[Tile, ...]:
    """Four, or one for whoever works for no office."""
    activities = Tile(_("Kegiatan mendatang"), upcoming, href=address("training:activities"))
    if by.office_id is None or registry is None:
        return (activities,)
    year = timezone.localdate(now).year
    # Sums of years: they may be a moment old, and the page asks the database once less.
    key, office_id = f"home:trained:{by.office_id}:{year}", by.office_id
    people = caches["near"].get_or_set(key, lambda: trained(office_id=office_id, year=year), 20)
    assert people is not None
    since = day(_since(now))
    in_year = _("pada tahun %(year)s") % {"year": year}
    return (
        Tile(
            _("IKM terdata"),
            registry.whole,
            change=registry.since or None,
            period=_("sejak %(day)s") % {"day": since} if registry.since else _("tetap sejak %(day)s") % {"day": since},
            href=address("registry:enterprises"),
        ),
        Tile(
            _("Peserta hadir"),
            people.people_ever,
            change=people.people or None,
            period=in_year if people.people else _("belum ada pada tahun %(year)s") % {"year": year},
            href=address("training:activities") + "?waktu=past",
        ),
        Tile(
            _("Sertifikat berlaku"),
            people.certificates_ever,
            change=people.certificates or None,
            period=in_year if people.certificates else _("belum ada pada tahun %(year)s") % {"year": year},
            href=address("training:certificates") if by.may(Deed.TRAINING_CERTIFY) else "",
        ),
        activities,
    )


def data(found: Completeness) -> Data | None:
    """How many of the enterprises say what; None while there are none."""
    if not found.whole:
        return None
    return Data(
        found.whole,
        (
            Bar(_("NIK pemilik"), found.nik),
            Bar(_("Telepon"), found.phone),
            Bar(_("Kelurahan"), found.ward),
            Bar(_("Tenaga kerja"), found.workers),
            Bar(_("NIB"), found.nib),
        ),
    )


def set_up(*, by: Actor, enterprises: int, activities: int) -> SetUp | None:
    """What an office that begins does first; None once all of it is done, and for whoever does not do such work."""
    if by.office_id is None or not by.may(Deed.REGISTRY_IMPORT) or (enterprises and activities):
        return None
    office, associations = office_with_associations(by.office_id)
    if office is None:
        return None
    keeps = by.may(Deed.PEOPLE_MANAGE)
    theirs = _("Dikerjakan administrator dinas Anda.")
    return SetUp(
        (
            SetUpStep(
                _("Lengkapi data dinas"),
                _("Kop surat, alamat, dan kode wilayah: dipakai surat, sertifikat, dan peta.") if keeps else theirs,
                address("accounts:organisation", organisation_id=office.id) if keeps else "",
                done=bool(office.parent and office.region_code and office.address),
                deed=_("Lengkapi"),
            ),
            SetUpStep(
                _("Tambahkan asosiasi"),
                _("Kelompok IKM yang mengirim daftar dan menerima undangan.") if keeps else theirs,
                address("accounts:organisation-new") if keeps else "",
                done=bool(associations),
                deed=_("Tambahkan"),
            ),
            SetUpStep(
                _("Impor daftar IKM"),
                _("Excel atau CSV apa adanya. Tidak ada yang ditulis sebelum Anda setuju."),
                address("registry:import-new"),
                done=enterprises > 0,
                deed=_("Impor daftar"),
            ),
            SetUpStep(
                _("Susun kegiatan pertama"),
                _("Buat programnya, lalu kegiatannya; sesudah itu halamannya memandu."),
                address("training:new"),
                done=activities > 0,
                deed=_("Kegiatan baru"),
            ),
        )
    )
