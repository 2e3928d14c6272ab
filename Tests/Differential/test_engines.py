#!/usr/bin/env python3
"""Tests that no engine can hang the comparison, or end it: test_engines.py DRIVER"""

import os
import signal
import sys
import unittest

import engines

DRIVER = sys.argv.pop(1) if len(sys.argv) > 1 else None


class EngineTests(unittest.TestCase):
    """An engine that does not answer is ended and started again, with the values of its variables."""

    WORLD = {"i": ("int", 7)}

    def google(self):
        engine = engines.GoogleEngine()
        engine.PATIENCE = 1
        return engine

    def ours(self):
        engine = engines.OurEngine(DRIVER)
        engine.PATIENCE = 1
        return engine

    def test_one_that_hangs(self):
        self.interrupt(signal.SIGSTOP, "no answer in 1 seconds")

    def test_one_that_ends(self):
        self.interrupt(signal.SIGKILL, "ended")

    def interrupt(self, number, message):
        for make in (self.google, self.ours):
            with self.subTest(make.__name__):
                engine = make()
                self.addCleanup(engine.close)
                engine.bind(self.WORLD)
                self.assertEqual(engine.evaluate("i + 1").value, ("int", 8))
                first = engine.process.pid
                os.kill(first, number)
                outcome = engine.evaluate("i + 2")
                self.assertEqual(outcome.kind, "crash")
                self.assertIn(message, outcome.message)
                self.assertNotEqual(engine.process.pid, first)
                self.assertEqual(engine.evaluate("i + 3").value, ("int", 10))

    def test_one_that_takes_all_memory(self):
        engine = self.google()
        self.addCleanup(engine.close)
        engine.PATIENCE = 60
        self.assertIn(engine.evaluate("lists.range(1000000000).size()").kind, ("crash", "error"))
        self.assertEqual(engine.evaluate("1").value, ("int", 1))


if __name__ == "__main__":
    unittest.main()
