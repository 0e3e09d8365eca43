"""The patterns of extract.text that read words of the lists, beside those of read_by."""

READ_BY_TEXT = {
}
