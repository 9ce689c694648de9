"""The office plans rounds: the list, a new one, the round with who scores what, and each deed on it."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.rules import Deed, Refused
from binakriya.products.words import material_word
from binakriya.quality.forms.rounds import RoundForm
from binakriya.quality.operations import rounds as operations
from binakriya.quality.queries.rounds import pages as known
from binakriya.quality.round_words import PLAN_PROBLEMS, RECUSALS, STATES, TASK_STATES, refusal
from binakriya.quality.rubric_words import language
from binakriya.quality.rules.recusal import DECLARED
from binakriya.quality.rules.rounds import can_move
from binakriya.registry.queries.choices import association_choices

PLANS = Deed.QUALITY_PLAN


@requires(Deed.QUALITY_READ)
@require_GET
def rounds(request: Visit) -> HttpResponse:
    text, state = " ".join(request.GET.get("q", "").split())[:100], request.GET.get("keadaan", "")
    page = known.rounds_page(by=request.actor, language=language(), text=text, state=state)
    context = {
        "page": page,
        "rows": [(row, *STATES[row.state]) for row in page.rows],
        "states": [(code, word, page.counts.get(code, 0)) for code, (word, _tone) in STATES.items()],
        "text": text,
        "state": state,
        "may_plan": request.actor.may(PLANS),
    }
    return render(request, "quality/rounds/list.html", context)


@requires(PLANS)
def new(request: Visit) -> HttpResponse:
    choices = known.plan_choices(by=request.actor, language=language())
    form = RoundForm(
        request.POST or None,
        rubrics=[(str(one.version_id), _rubric(one.title, one.number)) for one in choices.rubrics],
        people=[(str(one.id), one.name) for one in choices.people],
        initial={"held_on": timezone.localdate(), "rubrics": _only(choices.rubrics)},
    )
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        try:
            round_id = operations.plan_round(
                title=values["title"],
                held_on=values["held_on"],
                version_ids=[UUID(one) for one in values["rubrics"]],
                person_ids=[UUID(one) for one in values.get("people", ())],
                blind=values["blind"],
                wanted=values["wanted"],
                note=values["note"],
                nonce=values["nonce"],
                by=request.actor,
                now=timezone.now(),
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, _("Putaran tersimpan. Pilih produknya."))
            return redirect("quality:round-products", round_id=round_id)
    context = {"form": form, "choices": choices}
    return render(request, "quality/rounds/new.html", context, status=422 if form.errors else 200)


@requires(PLANS)
@require_GET
def round_(request: Visit, round_id: UUID) -> HttpResponse:
    page = known.round_page(round_id=round_id, by=request.actor, language=language())
    word, tone = STATES[page.state]
    context = {
        "page": page,
        "word": word,
        "tone": tone,
        "products": [(one, [(given.name, *TASK_STATES[given.state]) for given in one.given]) for one in page.products],
        "recusals": [(one, RECUSALS[one.kind], one.kind == "own") for one in page.recusals],
        "kinds": [(one.value, RECUSALS[one.value]) for one in DECLARED],
        "problems": [PLAN_PROBLEMS[one] for one in page.problems if one in PLAN_PROBLEMS],
        "may_open": can_move(page.state, "open"),
        "may_close": can_move(page.state, "close"),
        "may_reopen": can_move(page.state, "reopen"),
        "more_rubrics": [(one.version_id, _rubric(one.title, one.number)) for one in page.more_rubrics],
    }
    return render(request, "quality/rounds/round.html", context)


@requires(PLANS)
def change(request: Visit, round_id: UUID) -> HttpResponse:
    page = known.round_page(round_id=round_id, by=request.actor, language=language())
    names = ("title", "held_on", "blind", "wanted", "note")
    form = RoundForm(request.POST or None, makes=False, initial={name: getattr(page, name) for name in names})
    if request.method == "POST" and form.is_valid():
        values = {name: form.cleaned_data[name] for name in names}
        try:
            operations.change_round(round_id=round_id, **values, by=request.actor, now=timezone.now())
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, _("Tersimpan."), extra_tags="toast")
            return redirect("quality:round", round_id=round_id)
    context = {"form": form, "page": page}
    return render(request, "quality/rounds/change.html", context, status=422 if form.errors else 200)


@requires(PLANS)
def products(request: Visit, round_id: UUID) -> HttpResponse:
    """The filter stands in the address; the ticked ones are sent."""
    if request.method == "POST":
        chosen = _ids(request.POST.getlist("product"))

        def add() -> str:
            n = operations.add_products(round_id=round_id, product_ids=chosen, by=request.actor, now=timezone.now())
            if not chosen:
                return _("Belum ada produk yang dicentang. Tidak ada yang berubah.")
            return ngettext("%(n)s produk ditambahkan.", "%(n)s produk ditambahkan.", n) % {"n": n}

        return _done(request, round_id, add)
    asked = {key: request.GET.get(key, "")[:100].strip() for key in ("q", "bahan", "asosiasi", "kelas")}
    page = known.candidates_page(
        round_id=round_id,
        by=request.actor,
        text=asked["q"],
        material=asked["bahan"],
        association=asked["asosiasi"],
        class_id=asked["kelas"],
    )
    context = {
        "page": page,
        "asked": asked,
        "filtered": any(asked.values()),
        "rows": [(one, material_word(one.material)) for one in page.rows],
        "materials": sorted((one, str(material_word(one))) for one in page.materials),
        "associations": [(str(key), name) for key, name in association_choices()],
    }
    return render(request, "quality/rounds/products.html", context)


@requires(PLANS)
@require_POST
def deed(request: Visit, round_id: UUID, name: str) -> HttpResponse:
    """Each deed on a round is one operation; what it did is said on the round's page."""
    by, now, sent = request.actor, timezone.now(), request.POST

    def one(key: str) -> UUID:
        return (_ids([sent.get(key, "")]) or [UUID(int=0)])[0]

    def people() -> str:
        operations.add_assessors(round_id=round_id, person_ids=_ids(sent.getlist("person")), by=by, now=now)
        return _("Penilai ditambahkan, dan pembagian disesuaikan.")

    def rubrics() -> str:
        operations.take_rubrics(round_id=round_id, version_ids=_ids(sent.getlist("version")), by=by, now=now)
        return _("Rubrik ditambahkan.")

    def drop_product() -> str:
        operations.drop_product(round_id=round_id, product_id=one("product"), by=by, now=now)
        return _("Produk dikeluarkan. Penilaiannya tetap tersimpan.")

    def drop_assessor() -> str:
        operations.drop_assessor(round_id=round_id, assessor_id=one("assessor"), by=by, now=now)
        return _("Penilai dikeluarkan. Yang sudah dinilainya tetap dihitung.")

    def recuse() -> str:
        operations.recuse(
            round_id=round_id,
            assessor_id=one("assessor"),
            product_id=one("product"),
            kind=sent.get("kind", ""),
            reason=sent.get("reason", ""),
            by=by,
            now=now,
        )
        return _("Dicatat, dan produknya dialihkan kepada penilai lain.")

    def lift() -> str:
        operations.lift_recusal(round_id=round_id, recusal_id=one("recusal"), by=by, now=now)
        return _("Catatan dicabut.")

    def spread() -> str:
        operations.spread_again(round_id=round_id, by=by, now=now)
        return _("Produk dibagi ulang. Yang sudah mulai dinilai tidak dipindahkan.")

    def open_() -> str:
        operations.open_round(round_id=round_id, by=by, now=now)
        return _("Putaran dibuka. Penilai sekarang melihat produknya.")

    def close() -> str:
        operations.close_round(round_id=round_id, by=by, now=now)
        return _("Putaran ditutup, dan hasilnya tersimpan.")

    def reopen() -> str:
        operations.reopen_round(round_id=round_id, reason=sent.get("reason", ""), by=by, now=now)
        return _("Putaran dibuka lagi. Hasil yang lama tetap tersimpan.")

    deeds: dict[str, Callable[[], str]] = {
        "penilai": people,
        "rubrik": rubrics,
        "keluarkan-produk": drop_product,
        "keluarkan-penilai": drop_assessor,
        "tidak-menilai": recuse,
        "cabut": lift,
        "bagi-ulang": spread,
        "buka": open_,
        "tutup": close,
        "buka-lagi": reopen,
    }
    return _done(request, round_id, deeds[name])


def _done(request: Visit, round_id: UUID, do: Callable[[], str]) -> HttpResponse:
    try:
        messages.success(request, do())
    except Refused as refused:
        messages.error(request, refusal(refused))
    return redirect("quality:round", round_id=round_id)


def _ids(texts: list[str]) -> list[UUID]:
    found = []
    for text in texts:
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found


def _rubric(title: str, number: int) -> str:
    return _("%(title)s, versi %(n)s") % {"title": title, "n": number}


def _only(rubrics: tuple[known.PublishedRubric, ...]) -> list[str]:
    """The one rubric there is needs no choosing."""
    return [str(rubrics[0].version_id)] if len(rubrics) == 1 else []
