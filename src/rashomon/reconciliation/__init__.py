"""Whether names in several reports mean one person or body: rules, and what a person ruled."""
