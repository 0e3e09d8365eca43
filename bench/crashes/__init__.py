"""What a crash, a broken disk or any order of work may do to a workspace: `faults`, `points`, `flips`, `schedules`."""
