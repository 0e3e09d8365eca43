"""The head and the foot of a notice, and what a site prints around them."""
