"""A desktop composer and tester for push notifications to HarmonyOS devices."""

__version__ = "0.1.0"
