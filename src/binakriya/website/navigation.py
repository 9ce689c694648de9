"""Where one can go: the rooms' pages, grouped as on the side bar. A page that does not exist is not listed."""

from dataclasses import dataclass
from functools import cache, lru_cache

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from binakriya.accounts.rules import Actor, Deed

Text = str | Promise


@dataclass(frozen=True, slots=True)
class Entry:
    """`deeds`: listed for whoever may do one of them; empty means for everyone who signed in."""

    label: Text
    url_name: str
    icon: str
    deeds: tuple[Deed, ...] = ()
    dock: Text | None = None  # its short name on a phone's dock, when it may stand there


@dataclass(frozen=True, slots=True)
class Group:
    label: Text
    entries: tuple[Entry, ...]


GROUPS: tuple[Group, ...] = (
    Group("", (Entry(_("Beranda"), "home", icon="house", dock=_("Beranda")),)),
    Group(
        _("Pembinaan"),
        (
            Entry(_("Program"), "training:programmes", icon="clipboard-list", deeds=(Deed.TRAINING_READ,)),
            Entry(
                _("Kegiatan"),
                "training:activities",
                icon="calendar-days",
                deeds=(Deed.TRAINING_READ,),
                dock=_("Kegiatan"),
            ),
            Entry(
                _("Kehadiran"),
                "training:check-in",
                icon="scan-line",
                deeds=(Deed.TRAINING_CHECK_IN,),
                dock=_("Pindai"),
            ),
            Entry(_("Sertifikat"), "training:certificates", icon="file-check", deeds=(Deed.TRAINING_CERTIFY,)),
        ),
    ),
    Group(
        _("Usaha saya"),
        (
            Entry(_("Usaha saya"), "registry:own", icon="store", deeds=(Deed.OWN_ENTERPRISE,), dock=_("Usaha")),
            Entry(_("Produk saya"), "products:own", icon="amphora", deeds=(Deed.OWN_ENTERPRISE,), dock=_("Produk")),
            Entry(_("Kegiatan saya"), "training:own", icon="ticket", deeds=(Deed.TRAINING_JOIN,), dock=_("Kegiatan")),
        ),
    ),
    Group(
        _("Registri"),
        (
            Entry(_("IKM"), "registry:enterprises", icon="users", deeds=(Deed.REGISTRY_READ,), dock=_("IKM")),
            Entry(_("Produk"), "products:products", icon="amphora", deeds=(Deed.PRODUCTS_READ,)),
            Entry(_("Paspor"), "passport:board", icon="stamp", deeds=(Deed.PASSPORT_READ,)),
            Entry(_("Kemasan"), "packaging:specifications", icon="package", deeds=(Deed.PACKAGING_READ,)),
            Entry(_("Impor daftar"), "registry:imports", icon="upload", deeds=(Deed.REGISTRY_IMPORT,)),
            Entry(_("Duplikat"), "registry:duplicates", icon="copy-check", deeds=(Deed.REGISTRY_MERGE,)),
            Entry(_("Peta"), "registry:map", icon="map", deeds=(Deed.REGISTRY_READ,)),
        ),
    ),
    Group(
        _("Mutu"),
        (
            Entry(_("Putaran penilaian"), "quality:rounds", icon="clipboard-list", deeds=(Deed.QUALITY_READ,)),
            Entry(_("Penilaian saya"), "quality:tasks", icon="clipboard-check", deeds=(Deed.QUALITY_ASSESS,)),
            Entry(_("Rubrik mutu"), "quality:rubrics", icon="award", deeds=(Deed.QUALITY_READ,)),
        ),
    ),
    Group(
        _("Hasil"),
        (
            Entry(
                _("Statistik"),
                "statistics:overview",
                icon="chart-column",
                deeds=(Deed.STATISTICS_READ,),
                dock=_("Statistik"),
            ),
        ),
    ),
    Group(
        _("Pengaturan"),
        (
            Entry(_("Orang dan peran"), "accounts:people", icon="shield-check", deeds=(Deed.PEOPLE_MANAGE,)),
            Entry(_("Undangan"), "accounts:invitations", icon="user-plus", deeds=(Deed.PEOPLE_MANAGE,)),
            Entry(_("Organisasi"), "accounts:organisations", icon="building-2", deeds=(Deed.PEOPLE_MANAGE,)),
            Entry(_("Jejak"), "foundation:ledger", icon="scroll-text", deeds=(Deed.LEDGER_READ,)),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Link:
    label: Text
    href: str
    icon: str
    current: bool


@dataclass(frozen=True, slots=True)
class Navigation:
    """`groups` for the side bar and /lainnya/; `dock` for a phone: at most four, `Lainnya` is the fifth. `key` says
    what it was made of: which entries, and the current one. It knows nobody in person."""

    key: tuple[tuple[bool, ...], str | None]
    groups: tuple[tuple[Text, tuple[Link, ...]], ...]
    dock: tuple[Link, ...]


@cache
def _address(url_name: str) -> str | None:
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return None


def _may(actor: Actor, entry: Entry) -> bool:
    return any(actor.may(deed) for deed in entry.deeds) if entry.deeds else actor.signed_in


def navigation_for(*, actor: Actor, path: str) -> Navigation:
    """The pages that this actor may open. Of those the address lies under, the longest is current."""
    may = tuple(_may(actor, entry) for group in GROUPS for entry in group.entries)
    hrefs = [href for _entry, href in _open(may)]
    under = [href for href in hrefs if path == href or (href != "/" and path.startswith(href))]
    return _navigation(may, max(under, key=len, default=None))


@lru_cache(maxsize=64)
def _open(may: tuple[bool, ...]) -> tuple[tuple[Entry, str], ...]:
    """The entries that may be opened, with their addresses."""
    entries = (entry for group in GROUPS for entry in group.entries)
    return tuple(
        (entry, href)
        for entry, allowed in zip(entries, may, strict=True)
        if allowed and (href := _address(entry.url_name)) is not None
    )


@lru_cache(maxsize=512)
def _navigation(may: tuple[bool, ...], here: str | None) -> Navigation:
    hrefs = {entry.url_name: href for entry, href in _open(may)}
    groups = []
    for group in GROUPS:
        links = tuple(
            Link(entry.label, hrefs[entry.url_name], entry.icon, hrefs[entry.url_name] == here)
            for entry in group.entries
            if entry.url_name in hrefs
        )
        if links:
            groups.append((group.label, links))
    dock = [Link(entry.dock, href, entry.icon, href == here) for entry, href in _open(may) if entry.dock]
    return Navigation((may, here), groups=tuple(groups), dock=tuple(dock[:4]))
