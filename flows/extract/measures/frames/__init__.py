"""The phrase families of measures, as data; what vetoes a fit, and what it gives every meaning."""
