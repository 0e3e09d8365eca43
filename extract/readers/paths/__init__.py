"""Paths → the documents that they stand for, each path accounted for, also in archives. Doors: `listing.listing`, `account.Account`, `manifest.Manifest`."""
