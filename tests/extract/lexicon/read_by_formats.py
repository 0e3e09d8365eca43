"""The patterns of extract.formats that read words of the lists, beside those of read_by."""

READ_BY_FORMATS = {
}
