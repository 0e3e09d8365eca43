"""How patterns are compiled, for some 1,400 of them are made when extraction is imported. Door: `classes.classes_kept`."""
