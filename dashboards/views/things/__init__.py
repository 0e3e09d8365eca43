"""The pages of one thing each: a body, a person, a post, a task, a document, anything else. Each module has `render(face)`.

Door: `render(face)` of each module.
"""
