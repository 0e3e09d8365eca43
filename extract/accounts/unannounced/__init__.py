"""What no word of the cue list announces and nobody read: series and brackets of units, what stands below officials."""

from extract.accounts.unannounced.brackets import unread_brackets
from extract.accounts.unannounced.cells import unread_cells
from extract.accounts.unannounced.series import is_named, unread_series
from extract.accounts.unannounced.work import unread_work

__all__ = ["is_named", "unread_brackets", "unread_cells", "unread_series", "unread_work"]
