const quotesTheRow = ["detail", "where", "query", "params"] as const;

/** Takes out of a database error what quotes the row or the parameters: errors are logged, residents' words are not. */
export function forgetRow(error: Error & Partial<Record<(typeof quotesTheRow)[number], unknown>>): void {
  for (const field of quotesTheRow) if (field in error) error[field] = undefined;
}
