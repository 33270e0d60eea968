// natural ships no types for the deep paths, and its index must not be loaded: it pulls in databases and reads .env.
declare module "natural/lib/natural/tokenizers/aggressive_tokenizer_pl" {
  class PolishTokenizer {
    tokenize(text: string): string[];
  }
  export = PolishTokenizer;
}
