"""How the recogniser (extract/recogniser) is trained and measured.

    python -m bench.recogniser.train OUT …        # see `make recogniser`
    python -m bench.recogniser.evaluate WEIGHTS FOLDER…

`names` invents persons and places, `examples` marks texts by facts, `newspaper` reads a tagged newspaper.
"""
