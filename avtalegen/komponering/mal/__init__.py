"""What the templates run in: what they may use, how much work they may ask for, and what is said when one fails."""
