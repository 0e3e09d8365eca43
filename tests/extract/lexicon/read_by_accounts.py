"""The patterns that read the words by which an account of cues sets one aside (accounts.toml)."""

READ_BY_ACCOUNTS = {
    ("accounts", "acts"): "extract.accounts.asides ACTS search",
    ("accounts", "after_person"): "extract.accounts.people AFTER match",
    ("accounts", "attends"): "extract.accounts.lost LISTED_NAME match",
    ("accounts", "does"): "extract.accounts.people TITLED match",
    ("accounts", "title_of_person"): "extract.accounts.people TITLED match",
    ("accounts", "decided"): "extract.accounts.asides DECIDED search",
    ("accounts", "decides"): "extract.accounts.asides DECIDES search",
    ("accounts", "former"): "extract.accounts.asides FORMER search",
    ("accounts", "law"): "extract.accounts.asides LAW search",
    ("accounts", "no_taker"): "extract.accounts.strangers NO_TAKER search",
    ("accounts", "of_committee"): "extract.accounts.people LINE_OF_ONE search",
    ("accounts", "part"): "extract.accounts.asides PART match",
    ("accounts", "past"): "extract.accounts.passages PAST search",
    ("accounts", "people_organ"): "extract.accounts.people RUN_INTO match",
    ("accounts", "post_ends"): "extract.accounts.people POST_ENDS search",
    ("accounts", "proposed"): "extract.accounts.asides PROPOSED search",
    ("accounts", "province"): "extract.accounts.people OF_PROVINCE not match",
    ("accounts", "runs_to"): "extract.accounts.people LINE_OF_ONE search",
    ("accounts", "since"): "extract.accounts.asides FORMER not search",
    ("accounts", "with_whom"): "extract.accounts.lost WITH_WHOM match",
}
