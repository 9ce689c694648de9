"""Scores of several assessors: severity, agreement, what can be told apart; sampling plans; assignment of products."""
