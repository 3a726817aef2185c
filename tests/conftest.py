"""What holds for all tests: no test is timed (speed is measured by benchmarks, never by tests)."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("waqai", deadline=None)
settings.load_profile("waqai")
