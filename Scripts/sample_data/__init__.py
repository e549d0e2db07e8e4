"""The parts of Scripts/sample-data."""
