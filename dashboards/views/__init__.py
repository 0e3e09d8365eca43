"""The pages of the app: each module has one function render(face)."""
