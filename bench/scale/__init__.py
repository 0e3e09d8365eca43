"""Builds and questions at size: how their cost grows with the number of documents and relationships."""
