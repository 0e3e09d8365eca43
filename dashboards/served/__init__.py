"""The graph for other programs while it runs: questions and search as JSON, over HTTP, as tools of the Model Context Protocol, for reconciliation.

Doors: `answers.Answers` (what is asked and found, as plain JSON), `web.server` (HTTP on 127.0.0.1), `tools.tool_server` (MCP).
"""
