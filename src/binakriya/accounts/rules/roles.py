"""Roles, deeds, and the table of which role may do which deed. The page /bantuan/peran/ is made from it."""

from enum import StrEnum


class Role(StrEnum):
    ADMINISTRATOR = "administrator"
    OFFICER = "officer"
    PRACTITIONER = "practitioner"
    MAKER = "maker"
    CURATOR = "curator"
    LEADERSHIP = "leadership"


class Deed(StrEnum):
    """What can be allowed. A deed is a room's word and what is done there."""

    PEOPLE_MANAGE = "people.manage"
    LEDGER_READ = "ledger.read"
    REGISTRY_READ = "registry.read"
    REGISTRY_WRITE = "registry.write"
    REGISTRY_IMPORT = "registry.import"
    REGISTRY_MERGE = "registry.merge"
    REGISTRY_EXPORT = "registry.export"
    REGISTRY_REVEAL = "registry.reveal"
    OWN_ENTERPRISE = "registry.own"
    PRODUCTS_READ = "products.read"
    PRODUCTS_WRITE = "products.write"
    PRODUCTS_LIST = "products.list"
    PACKAGING_READ = "packaging.read"
    PACKAGING_WRITE = "packaging.write"
    PACKAGING_CHECK = "packaging.check"
    PACKAGING_ADOPT = "packaging.adopt"
    PACKAGING_STOCK = "packaging.stock"
    QUALITY_READ = "quality.read"
    QUALITY_RUBRIC = "quality.rubric"
    QUALITY_PLAN = "quality.plan"
    QUALITY_ASSESS = "quality.assess"
    PASSPORT_READ = "passport.read"
    PASSPORT_WRITE = "passport.write"
    TRAINING_READ = "training.read"
    TRAINING_PLAN = "training.plan"
    TRAINING_CHECK_IN = "training.check_in"
    TRAINING_CERTIFY = "training.certify"
    TRAINING_REPORT = "training.report"
    TRAINING_JOIN = "training.join"
    STATISTICS_READ = "statistics.read"


_OFFICE_WORK = frozenset(
    {
        Deed.REGISTRY_READ,
        Deed.REGISTRY_WRITE,
        Deed.REGISTRY_IMPORT,
        Deed.REGISTRY_MERGE,
        Deed.REGISTRY_EXPORT,
        Deed.REGISTRY_REVEAL,
        Deed.PRODUCTS_READ,
        Deed.PRODUCTS_WRITE,
        Deed.PRODUCTS_LIST,
        Deed.PACKAGING_READ,
        Deed.PACKAGING_WRITE,
        Deed.PACKAGING_ADOPT,
        Deed.PACKAGING_STOCK,
        Deed.QUALITY_READ,
        Deed.QUALITY_RUBRIC,
        Deed.QUALITY_PLAN,
        Deed.PASSPORT_READ,
        Deed.PASSPORT_WRITE,
        Deed.TRAINING_READ,
        Deed.TRAINING_PLAN,
        Deed.TRAINING_CHECK_IN,
        Deed.TRAINING_CERTIFY,
        Deed.TRAINING_REPORT,
        Deed.STATISTICS_READ,
    }
)

MAY: dict[Role, frozenset[Deed]] = {
    Role.ADMINISTRATOR: _OFFICE_WORK | {Deed.PEOPLE_MANAGE, Deed.LEDGER_READ},
    Role.OFFICER: _OFFICE_WORK,
    Role.PRACTITIONER: frozenset(
        {
            Deed.PRODUCTS_READ,
            Deed.PRODUCTS_WRITE,
            Deed.PACKAGING_READ,
            Deed.PACKAGING_WRITE,
            Deed.PACKAGING_CHECK,
            Deed.QUALITY_READ,
            Deed.QUALITY_RUBRIC,
            Deed.QUALITY_ASSESS,
            Deed.PASSPORT_READ,
            Deed.TRAINING_READ,
            Deed.TRAINING_CHECK_IN,
            Deed.STATISTICS_READ,
        }
    ),
    Role.MAKER: frozenset({Deed.OWN_ENTERPRISE, Deed.TRAINING_JOIN}),
    Role.CURATOR: frozenset(
        {
            Deed.REGISTRY_READ,
            Deed.PRODUCTS_READ,
            Deed.PACKAGING_READ,
            Deed.QUALITY_READ,
            Deed.QUALITY_ASSESS,
            Deed.PASSPORT_READ,
            Deed.TRAINING_READ,
            Deed.STATISTICS_READ,
        }
    ),
    Role.LEADERSHIP: frozenset(
        {
            Deed.REGISTRY_READ,
            Deed.PRODUCTS_READ,
            Deed.PACKAGING_READ,
            Deed.QUALITY_READ,
            Deed.PASSPORT_READ,
            Deed.TRAINING_READ,
            Deed.STATISTICS_READ,
            Deed.LEDGER_READ,
        }
    ),
}
