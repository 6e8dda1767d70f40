"""Which articles share text: passages that several of them have beyond what they quote."""
