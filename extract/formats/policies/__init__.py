"""Documents that are issued, cited, repealed or revoked: `policies`."""

from extract.formats.policies.notice import policies

__all__ = ["policies"]
