"""The commands of the command line, one module each: what it asks for, and a function that gives what to print."""
