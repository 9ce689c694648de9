"""The forms of rubrics."""

import re
from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from binakriya.accounts.rules import Refused
from binakriya.engines.labels.evidence import SUBJECTS
from binakriya.foundation.forms import RefusableForm
from binakriya.foundation.forms.once import Once
from binakriya.products.words import material_choices
from binakriya.quality.rubric_words import language, refusal
from binakriya.quality.rules.rubrics import Criterion, DefectKind, Gate, Rubric, Scale, Source, Words
from binakriya.quality.rules.rubrics.content import (
    LEVELS_MOST,
    LIST_WORD_MOST,
    LISTED_MOST,
    NOTHING,
    SCORE_LEAST,
    SCORE_MOST,
    SOURCES_MOST,
    TITLE_MOST,
    WHOLE,
    WORDS_MOST,
)
from binakriya.quality.rules.rubrics.editing import AnyPart, leveled

FILE_MOST = 1024 * 1024


def _title(label: Any, *, required: bool = True, **kwargs: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=TITLE_MOST, required=required, **kwargs)


def _text(label: Any, *, required: bool = True, rows: int = 2, **kwargs: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=WORDS_MOST, required=required, widget=widget, **kwargs)


class RubricForm(RefusableForm):
    """Tells in this room's words why an operation refused, and carries in `seen` what it was made from. `english`:
    names of its fields in English, which the page folds away."""

    at: ClassVar[Mapping[str, str]] = {"title_needed": "title", "part_there": "title"}
    english: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, seen: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seen"] = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput, initial=seen)

    def sentence(self, refused: Refused) -> object:
        return refusal(refused)

    def see(self, mark: str) -> None:
        """The next try is made knowingly, on top of what the other one wrote."""
        self.data = self.data.copy()
        self.data["seen"] = mark

    def words(self, name: str) -> Words:
        return Words(self.cleaned_data[name], self.cleaned_data.get(f"{name}_en", ""))

    @property
    def indonesian_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name not in self.english_names and name != "seen"]

    @property
    def english_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.english_names]

    @property
    def english_names(self) -> list[str]:
        return [name for name in self.fields if name.endswith("_en")]

    @property
    def english_open(self) -> bool:
        """A fault within is not folded away; nor what is there for whoever reads English."""
        return any(field.errors for field in self.english_fields) or language() == "en"


class NewForm(Once, RefusableForm):
    at: ClassVar[Mapping[str, str]] = {"title_needed": "title"}

    title = _title(_("Judul rubrik"), help_text=_("Misalnya: Batik tulis Pamulang."))
    title_en = _title(_("Judul dalam bahasa Inggris"), required=False)

    def sentence(self, refused: Refused) -> object:
        return refusal(refused)


class TakeInForm(Once, RefusableForm):
    file = forms.FileField(
        label=_("Berkas rubrik"),
        help_text=_("JSON yang diunduh dari halaman rubrik, paling besar 1 MB."),
        widget=forms.FileInput(attrs={"accept": "application/json,.json"}),
        allow_empty_file=True,
    )

    def sentence(self, refused: Refused) -> object:
        return refusal(refused)

    def clean_file(self) -> bytes:
        sent = self.cleaned_data["file"]
        if sent.size > FILE_MOST:
            raise ValidationError(
                _now("Berkas lebih besar dari 1 MB. Rubrik tidak pernah sebesar itu; periksa berkasnya.")
            )
        data: bytes = sent.read()
        return data


class FactsForm(RubricForm):
    """What a rubric says apart from its parts."""

    title = _title(_("Judul"))
    title_en = _title(_("Judul"), required=False)
    about = _text(_("Untuk produk apa"), required=False)
    about_en = _text(_("Untuk produk apa"), required=False)
    materials = forms.MultipleChoiceField(
        label=_("Bahan"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Kosongkan bila untuk bahan apa pun."),
    )
    own_materials = forms.CharField(
        label=_("Bahan lain"), required=False, max_length=1000, help_text=_("Dipisah koma.")
    )
    techniques = forms.CharField(label=_("Teknik"), required=False, max_length=1000, help_text=_("Dipisah koma."))
    least = forms.IntegerField(label=_("Nilai terendah"), min_value=SCORE_LEAST, max_value=SCORE_MOST)
    most = forms.IntegerField(label=_("Nilai tertinggi"), min_value=SCORE_LEAST, max_value=SCORE_MOST)
    sources = forms.CharField(
        label=_("Sumber"),
        required=False,
        max_length=SOURCES_MOST * (WORDS_MOST + 1),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Satu sebaris: dari mana kriterianya, atau siapa yang memutuskan."),
    )

    def __init__(self, *args: Any, rubric: Rubric, **kwargs: Any) -> None:
        self.rubric = rubric
        codes = dict(material_choices())
        kwargs["initial"] = {
            "title": rubric.title.id,
            "title_en": rubric.title.en,
            "about": rubric.about.id,
            "about_en": rubric.about.en,
            "materials": [one for one in rubric.materials if one in codes],
            "own_materials": ", ".join(one for one in rubric.materials if one not in codes),
            "techniques": ", ".join(rubric.techniques),
            "least": rubric.scale.least,
            "most": rubric.scale.most,
            "sources": "\n".join(one.text.id for one in rubric.sources),
        }
        super().__init__(*args, **kwargs)
        self.fields["materials"].choices = list(codes.items())  # type: ignore[attr-defined]

    def clean_own_materials(self) -> list[str]:
        return _listed(self.cleaned_data["own_materials"])

    def clean_techniques(self) -> list[str]:
        return _listed(self.cleaned_data["techniques"])

    def clean_sources(self) -> list[str]:
        lines = [line.strip() for line in self.cleaned_data["sources"].split("\n") if line.strip()]
        if len(lines) > SOURCES_MOST or any(len(line) > WORDS_MOST for line in lines):
            told = _now("Paling banyak %(lines)s baris, masing-masing %(most)s huruf.")
            raise ValidationError(told % {"lines": SOURCES_MOST, "most": WORDS_MOST})
        return lines

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        least, most = values.get("least"), values.get("most")
        if least is not None and most is not None and not least < most <= least + LEVELS_MOST:
            told = _now("Harus lebih besar dari nilai terendah, paling jauh %(most)s di atasnya.")
            self.add_error("most", told % {"most": LEVELS_MOST})
        return values

    def facts(self) -> Rubric:
        v = self.cleaned_data
        before = {one.text.id: one for one in self.rubric.sources}
        return Rubric(
            title=self.words("title"),
            about=self.words("about"),
            materials=tuple(dict.fromkeys([*v["materials"], *v["own_materials"]]))[:LISTED_MOST],
            techniques=tuple(v["techniques"]),
            scale=Scale(v["least"], v["most"]),
            criteria=(),
            sources=tuple(before.get(line) or Source(Words(line)) for line in v["sources"]),
        )


def _listed(text: str) -> list[str]:
    words = list(dict.fromkeys(word.strip() for word in re.split(r"[,;\n]", text) if word.strip()))
    if len(words) > LISTED_MOST or any(len(word) > LIST_WORD_MOST for word in words):
        told = _now("Paling banyak %(count)s, masing-masing %(most)s huruf.")
        raise ValidationError(told % {"count": LISTED_MOST, "most": LIST_WORD_MOST})
    return words


class WeightsForm(RubricForm):
    """One field a criterion, named by its key."""

    def __init__(self, *args: Any, rubric: Rubric, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rubric = rubric
        for one in rubric.criteria:
            self.fields[self.name_of(one.key)] = forms.IntegerField(
                label=one.title[language()],
                min_value=1,
                max_value=WHOLE,
                initial=one.weight or None,
                widget=forms.NumberInput(attrs={"data-weight": "", "inputmode": "numeric"}),
            )

    @staticmethod
    def name_of(key: str) -> str:
        return f"bobot-{key}"

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        weights = {one.key: values.get(self.name_of(one.key)) for one in self.rubric.criteria}
        if all(isinstance(one, int) for one in weights.values()):
            total = sum(one for one in weights.values() if one)
            if total != WHOLE:
                more = _now("Jumlah bobot %(sum)s %%. Tambah %(rest)s lagi agar tepat 100 %%.")
                less = _now("Jumlah bobot %(sum)s %%. Kurangi %(rest)s agar tepat 100 %%.")
                told = (more if total < WHOLE else less) % {"sum": total, "rest": abs(WHOLE - total)}
                raise ValidationError(told, code="weights_sum")
        return values

    def weights(self) -> dict[str, int]:
        return {one.key: self.cleaned_data[self.name_of(one.key)] for one in self.rubric.criteria}

    @property
    def rows(self) -> list[tuple[Criterion, forms.BoundField]]:
        return [(one, self[self.name_of(one.key)]) for one in self.rubric.criteria]

    @property
    def total(self) -> int:
        """Of what stands in the fields, as far as it can be read."""
        found = 0
        for _one, field in self.rows:
            text = str(field.value() or "")
            found += int(text) if text.isascii() and text.isdigit() and len(text) <= 3 else 0
        return found


class CriterionForm(RubricForm):
    title = _title(_("Kriteria"))
    title_en = _title(_("Kriteria"), required=False)
    help = _text(_("Cara menilai"), required=False, help_text=_("Apa yang dilihat, diraba, atau dicoba penilai."))
    help_en = _text(_("Cara menilai"), required=False)
    why = _text(_("Alasan bobot"), help_text=_("Mengapa kriteria ini sepenting itu. Dibaca penilai dan pembuat."))
    why_en = _text(_("Alasan bobot"), required=False)

    def __init__(self, *args: Any, rubric: Rubric, part: Criterion | None = None, **kwargs: Any) -> None:
        self.scale, self.part = rubric.scale, part
        initial: dict[str, str] = {}
        if part is not None:
            initial = _initial(part, "title", "help", "why")
        ends = (rubric.scale.least, rubric.scale.most)
        super().__init__(*args, **kwargs)
        for score in rubric.scale.scores:
            name, level = self.level_name(score), part.anchor(score) if part else None
            label = _now("Nilai %(score)s") % {"score": score}
            self.fields[name] = _text(label, required=score in ends)
            self.fields[f"{name}_en"] = _text(label, required=False)
            if level is not None:
                initial |= {name: level.words.id, f"{name}_en": level.words.en}
        self.initial = {**self.initial, **initial}

    @staticmethod
    def level_name(score: int) -> str:
        return f"nilai_{score}"

    def made(self) -> Criterion:
        words = {score: self.words(self.level_name(score)) for score in self.scale.scores}
        return Criterion(
            key=self.part.key if self.part else "",
            title=self.words("title"),
            help=self.words("help"),
            weight=0,
            why=self.words("why"),
            levels=leveled(self.part, words),
        )


class GateForm(RubricForm):
    title = _title(_("Syarat mutlak"))
    title_en = _title(_("Syarat mutlak"), required=False)
    text = _text(
        _("Bunyi syarat"), help_text=_("Yang harus benar. Bila tidak, produk tidak lulus, berapa pun nilainya.")
    )
    text_en = _text(_("Bunyi syarat"), required=False)
    test = _text(_("Cara menguji"))
    test_en = _text(_("Cara menguji"), required=False)
    paper = forms.ChoiceField(
        label=_("Dokumen yang membuktikan"),
        required=False,
        help_text=_("Bila produk punya dokumen ini dan masih berlaku, syaratnya terjawab dari dokumen."),
    )

    def __init__(self, *args: Any, rubric: Rubric, part: Gate | None = None, **kwargs: Any) -> None:
        self.part = part
        super().__init__(*args, **kwargs)
        papers = [(key, one.title[language()]) for key, one in SUBJECTS.items()]
        self.fields["paper"].choices = [("", _now("Tidak ada; dilihat penilai")), *papers]  # type: ignore[attr-defined]
        if part is not None:
            said = {"text": part.words.id, "text_en": part.words.en, "paper": part.paper}
            self.initial = {**self.initial, **_initial(part, "title", "test"), **said}

    def made(self) -> Gate:
        before, words, test = self.part, self.words("text"), self.words("test")
        # Words that the office wrote itself are its own: the mark of where they came from falls away.
        same = before is not None and (before.words, before.test) == (words, test)
        return Gate(
            key=before.key if before else "",
            title=self.words("title"),
            words=words,
            test=test,
            paper=self.cleaned_data["paper"],
            firmness=before.firmness if before is not None and same else "",
        )


class DefectForm(RubricForm):
    title = _title(_("Jenis cacat"))
    title_en = _title(_("Jenis cacat"), required=False)
    causes = _text(_("Penyebab yang biasa"), required=False)
    causes_en = _text(_("Penyebab yang biasa"), required=False)

    def __init__(self, *args: Any, rubric: Rubric, part: DefectKind | None = None, **kwargs: Any) -> None:
        self.part = part
        super().__init__(*args, **kwargs)
        if part is not None:
            self.initial = {**self.initial, **_initial(part, "title", "causes")}

    def made(self) -> DefectKind:
        return DefectKind(self.part.key if self.part else "", self.words("title"), self.words("causes"))


class PhotoForm(Once, RefusableForm):
    at: ClassVar[Mapping[str, str]] = {"photo_unreadable": "photo", "photo_too_large": "photo", "photos_full": "photo"}

    score = forms.TypedChoiceField(label=_("Untuk nilai"), coerce=int)
    photo = forms.FileField(
        label=_("Foto"),
        help_text=_("JPEG, PNG, atau WebP. Menggantikan foto tingkat itu bila sudah ada."),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
        allow_empty_file=True,
    )
    alt = forms.CharField(
        label=_("Yang terlihat"), required=False, max_length=300, help_text=_("Untuk yang tidak melihat fotonya.")
    )

    def __init__(self, *args: Any, criterion: Criterion, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        scores = [(one.score, _now("Nilai %(score)s") % {"score": one.score}) for one in criterion.levels]
        self.fields["score"].choices = scores  # type: ignore[attr-defined]

    def sentence(self, refused: Refused) -> object:
        return refusal(refused)


def _initial(part: AnyPart, *names: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in names:
        words: Words = getattr(part, name, NOTHING)
        found |= {name: words.id, f"{name}_en": words.en}
    return found
