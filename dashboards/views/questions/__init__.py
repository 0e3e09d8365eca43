"""A page of questions: fields, picture, quotation, table, and below them download, link and Cypher. Door: `page.render`."""
