"""What stands behind a claim: agreement, disagreement, silence, and independent origins."""
