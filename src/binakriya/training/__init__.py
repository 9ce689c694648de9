"""Programmes, activities, invitations, registration, attendance, certificates, reports."""
