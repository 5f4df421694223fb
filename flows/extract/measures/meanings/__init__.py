"""What a frame's match means, metric by metric: the measure made of the number and whose it is."""
