"""What performance means here: `python -m benchmarks`. Every figure stands beside a yardstick of the same run."""
