"""A graph in parts, one a jurisdiction: what a build reads, resolves, projects and applies by itself.

    planning   which documents each part is made of, and which parts are as they were
    making     a part, from the documents of its jurisdiction alone, in whatever process
    packed     a part as a file
    index      who says what of the things that several jurisdictions speak of
    whole      all parts, one after another
    applying   what turns a store into the graph of all parts

Doors: `bring.up_to_date`, `whole.whole_graph`.
"""
