# Adds documents.csv and statements.csv to a DNA database with rDNA 3.
#
#   library(rDNA)
#   dna_init()
#   dna_openDatabase("my.dna", coderId = 1, coderPassword = "...")
#   source("import.R", chdir = TRUE)
#
# A new database has the statement type "DNA Statement" that the statements use.

read_table <- function(file) {
  read.csv(file, colClasses = "character", na.strings = character(), encoding = "UTF-8", check.names = FALSE)
}
documents <- read_table("documents.csv")
statements <- read_table("statements.csv")

ids <- rDNA::dna_addDocuments(
  coder_id = 1,
  title = documents$title,
  text = documents$text,
  author = documents$author,
  source = documents$source,
  section = documents$section,
  type = documents$type,
  notes = documents$notes,
  date_time = as.POSIXct(substr(documents$date_time, 1, 10), tz = "UTC")
)

for (i in seq_len(nrow(statements))) {
  row <- statements[i, ]
  rDNA::dna_addStatement(
    documentID = ids[as.integer(row$document)],
    startCaret = as.integer(row$startCaret),
    endCaret = as.integer(row$endCaret),
    statementType = row$statementType,
    coder = 1,
    organization = row$organization,
    concept = row$concept,
    agreement = as.integer(row$agreement)
  )
}
