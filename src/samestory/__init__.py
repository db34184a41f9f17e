"""How news outlets covered one event, every result traceable to the letters of the raw text."""
