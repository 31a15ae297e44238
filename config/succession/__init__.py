"""An organisation ends: its units, channels, duties and open proposals go to its successor, with a trace."""
