"""Who does pieces of work: the processes of this machine (`processes`) or those of a Dask cluster (`cluster`), by one protocol.

Doors: `Workers`, `Processes`, `workers_of`, `kept`, `each`; `cluster.Cluster`.
"""

from extract.workers.processes import Processes, Workers, each, kept, within, workers_of

__all__ = ["Processes", "Workers", "each", "kept", "within", "workers_of"]
