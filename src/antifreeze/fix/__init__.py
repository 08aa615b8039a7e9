"""Fixing: findings and a source to edits that keep what the code does; pure, and checked again after it."""
