"""How a workspace is kept: files that survive a crash, checksums of what is stored, and the doors at which foreign facts are checked."""
