"""Files of office programs: Word (DOCX, DOC, RTF), OpenDocument, sheets, CSV.

Doors: `docx.read_docx`, `doc.read_doc`, `rtf.read_rtf`, `odt.read_odt`, `sheets.read_sheets`, `csv.read_csv`.
"""
