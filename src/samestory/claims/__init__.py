"""Claims: who is quoted and cited, which numbers and times are named, what each article claims."""
