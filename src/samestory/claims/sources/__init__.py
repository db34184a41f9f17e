"""Sources: what a source's words tell, and which of them mean the same one."""
