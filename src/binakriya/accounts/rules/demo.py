"""The people of the demo: one a role. Every name here is made up; no such person is known to us."""

from dataclasses import dataclass

from binakriya.accounts.rules.roles import Role


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """`organisation`: kind and short name of the organisation that the role is held for, None for none."""

    role: Role
    name: str
    email: str
    organisation: tuple[str, str] | None


OFFICE = ("office", "Disperindag Tangsel")
OFFICE_NAME = "Dinas Perindustrian dan Perdagangan Kota Tangerang Selatan"
OFFICE_PARENT = "Pemerintah Kota Tangerang Selatan"
OFFICE_REGION = "36.74"

# `.example` is reserved (RFC 2606): no mail can ever reach anyone.
DEMO_PEOPLE: tuple[DemoPerson, ...] = (
    DemoPerson(Role.ADMINISTRATOR, "Dimas Prakoso", "dimas.prakoso@demo.example", OFFICE),
    DemoPerson(Role.OFFICER, "Ratna Dewi", "ratna.dewi@demo.example", OFFICE),
    DemoPerson(Role.PRACTITIONER, "Galih Nugroho", "galih.nugroho@demo.example", None),
    DemoPerson(Role.MAKER, "Sri Wahyuni", "sri.wahyuni@demo.example", None),
    DemoPerson(Role.CURATOR, "Laras Anindita", "laras.anindita@demo.example", OFFICE),
    DemoPerson(Role.LEADERSHIP, "Bambang Suryadi", "bambang.suryadi@demo.example", OFFICE),
)

# A second practitioner, so that a class can be assessed by three; nobody signs in as this one.
DEMO_ASSESSOR = DemoPerson(Role.PRACTITIONER, "Wulan Maharani", "wulan.maharani@demo.example", None)
