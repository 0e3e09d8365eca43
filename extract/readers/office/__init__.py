"""Files of office programs: Word (DOCX, DOC, RTF), OpenDocument, sheets, CSV."""
