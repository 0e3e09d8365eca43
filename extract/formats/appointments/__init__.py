"""Appointments and removals: `appointments`."""

from extract.formats.appointments.notice import appointments

__all__ = ["appointments"]
