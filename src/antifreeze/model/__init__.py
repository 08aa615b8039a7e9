"""The values that the stages hand to each other: immutable data, no behaviour beyond their own invariants."""
