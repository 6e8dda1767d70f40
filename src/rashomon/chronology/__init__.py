"""When: words for times, what they come to, and how that was worked out."""
