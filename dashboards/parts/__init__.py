"""What pages are made of: the network, charts and the page that stands alone."""
