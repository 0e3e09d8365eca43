"""The faces: the command line and the Streamlit app.

Doors: `cli.main` (the command line), `app` (the pages, started by `zhize app`).
"""
