"""Certificates: of an activity, of the office, one of them."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.rules import Deed, Refused
from binakriya.foundation.background import enqueue
from binakriya.training import operations, papers
from binakriya.training.forms import ReissueForm, RevokeForm
from binakriya.training.queries import certificates as known
from binakriya.training.rules.days import is_early
from binakriya.training.views.common import answer_file, asked_page, language, tell_refusal


@requires(Deed.TRAINING_CERTIFY)
@require_GET
def certificates(request: Visit) -> HttpResponse:
    page = known.office_certificates(
        by=request.actor, text=request.GET.get("q", "").strip()[:100], number=asked_page(request)
    )
    return render(request, "training/certificates.html", {"page": page})


@requires(Deed.TRAINING_CERTIFY)
def of_activity(request: Visit, activity_id: UUID) -> HttpResponse:
    """The certificates of an activity; POST asks for everyone's that are due."""
    if request.method == "POST":
        try:
            run_id = operations.request_certificates(activity_id=activity_id, by=request.actor, now=timezone.now())
        except Refused as refused:
            tell_refusal(request, refused)
        else:
            enqueue("training.tasks.issue_certificates", run_id)
        return redirect("training:activity-certificates", activity_id=activity_id)
    page = known.certificates_page(
        activity_id=activity_id,
        by=request.actor,
        text=request.GET.get("q", "").strip()[:100],
        number=asked_page(request),
    )
    context = {
        "page": page,
        "head": page.head,
        "tab": "certificates",
        "early": is_early(starts_on=page.head.starts_on, today=timezone.localdate()),
        "may_sign": request.actor.may(Deed.TRAINING_REPORT),
    }
    return render(request, "training/activity_certificates.html", context)


@requires(Deed.TRAINING_CERTIFY)
@require_GET
def progress(request: Visit, activity_id: UUID) -> HttpResponse:
    """The bar alone, asked for again and again while a batch is made; when done the page loads anew."""
    run = known.run_info(activity_id=activity_id, by=request.actor)
    response = render(request, "training/certificate_progress.html", {"run": run, "activity_id": activity_id})
    if run is None or not run.working:
        response["HX-Refresh"] = "true"
    return response


@requires(Deed.TRAINING_CERTIFY)
@require_GET
def sample(request: Visit, activity_id: UUID) -> HttpResponse:
    """One certificate to look at before any is issued."""
    made = papers.certificate_sample(activity_id=activity_id, by=request.actor, now=timezone.now(), language=language())
    return answer_file(made, inline=True)


@requires(Deed.TRAINING_CERTIFY)
@require_GET
def all_papers(request: Visit, activity_id: UUID) -> HttpResponse:
    made = papers.all_certificates(activity_id=activity_id, by=request.actor, language=language())
    if made is None:
        messages.info(request, _("Belum ada sertifikat yang berlaku."))
        return redirect("training:activity-certificates", activity_id=activity_id)
    return answer_file(made)


@requires(Deed.TRAINING_CERTIFY)
def certificate(request: Visit, certificate_id: UUID) -> HttpResponse:
    """One certificate; POST revokes it, or issues it anew."""
    page = known.certificate_detail(certificate_id=certificate_id, by=request.actor)
    deed = request.POST.get("deed", "")
    revoke = RevokeForm(request.POST if deed == "revoke" else None, prefix="cabut")
    reissue = ReissueForm(request.POST if deed == "reissue" else None, prefix="ganti")
    bound = revoke if deed == "revoke" else reissue
    if request.method == "POST" and bound.is_valid():
        try:
            if deed == "revoke":
                operations.revoke_certificate(
                    certificate_id=certificate_id, **bound.cleaned_data, by=request.actor, now=timezone.now()
                )
                messages.success(request, _("Sertifikat dicabut. Halaman ceknya langsung mengatakan begitu."))
            else:
                number = operations.reissue_certificate(
                    certificate_id=certificate_id, **bound.cleaned_data, by=request.actor, now=timezone.now()
                )
                messages.success(request, _("Sertifikat pengganti terbit: %(number)s.") % {"number": number})
        except Refused as refused:
            bound.refuse(refused)
        else:
            return redirect("training:certificate", certificate_id=certificate_id)
    context = {"page": page, "row": page.row, "revoke_form": revoke, "reissue_form": reissue}
    return render(request, "training/certificate.html", context, status=422 if bound.errors else 200)


@requires(Deed.TRAINING_CERTIFY)
@require_GET
def paper(request: Visit, certificate_id: UUID) -> HttpResponse:
    return answer_file(papers.certificate(certificate_id=certificate_id, by=request.actor, language=language()))
