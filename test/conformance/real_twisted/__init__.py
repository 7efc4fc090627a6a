"""The kinds of programs of the conformance tests, each run under the real Twisted."""
