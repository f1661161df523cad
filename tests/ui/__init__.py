"""Tests of everything that draws."""
