/** As many characters as one statement is given; a text of its own may be longer. */
const CHARACTERS = 4_000_000;

type Texts = { text: string | null; base: string | null };

/** The documents in parts that each fit one statement. */
export function* batches<Document extends Texts>(documents: Document[]): Generator<Document[]> {
  let batch: Document[] = [];
  let characters = 0;
  for (const document of documents) {
    const length = (document.text?.length ?? 0) + (document.base?.length ?? 0);
    if (batch.length > 0 && characters + length > CHARACTERS) {
      yield batch;
      batch = [];
      characters = 0;
    }
    batch.push(document);
    characters += length;
  }
  if (batch.length > 0) yield batch;
}
