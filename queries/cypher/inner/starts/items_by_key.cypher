// Some items by their keys, from which a part of a list of all items starts.
UNWIND $items AS start_key
MATCH (i:Item {key: start_key})
WITH DISTINCT i
