const LINK = /\[([^\]\n]+)\]\((https?:\/\/[^\s)]+)\)/g;

/** Light Markdown for where no marks can be shown: lists read as they are, a link is its words and its address. */
export function plainText(markdown: string): string {
  return markdown.replace(LINK, (_, words: string, url: string) => (sameAs(words, url) ? url : `${words} (${url})`));
}

/** "bip.krakow.pl" before https://bip.krakow.pl/ says nothing more. */
function sameAs(words: string, url: string): boolean {
  const bare = (address: string) => address.replace(/^https?:\/\//, "").replace(/\/$/, "");
  return bare(words) === bare(url);
}
