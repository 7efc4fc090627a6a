"""Exported programs under the real Twisted, in virtual time."""
