/** How mail programs begin the subject of an answer or of what is passed on, here and abroad. */
const ANSWERS = /^(?:\s*(?:re|odp|sv|aw|fwd?|pd|tr|нд|відп|пер)(?:\[\d+\])?\s*:)+\s*/iu;
const SAYS_NOTHING =
  /^(?:\(?(?:bez tematu|brak tematu|no subject|без теми)\)?|pytanie|zapytanie|question|hello|dzień dobry|питання)?[.!?]*$/iu;
/** "Jak w temacie": the words are in the subject. */
const POINTS_TO_SUBJECT = /\b(?:w|jak w|patrz) (?:temacie|tytule)|\bsubject\b|\bw tytule\b|у темі|в темі/iu;
const SHORT = 100;
const LONGEST = 200;

/** What a subject says, without the marks of answers. */
const bareSubject = (subject: string): string =>
  subject.replace(/\s+/g, " ").replace(ANSWERS, "").trim().slice(0, LONGEST);

/** The subject of our answer; residents find it beside their own letter. */
export function answerSubject(subject: string, without: string): string {
  return `Re: ${bareSubject(subject) || without}`;
}

/** The words of a first letter: with its subject where the rest is short or leans on it. */
export function firstWords(subject: string, text: string): string {
  const bare = bareSubject(subject);
  const isNeeded = text.length < SHORT || POINTS_TO_SUBJECT.test(text);
  if (!isNeeded || SAYS_NOTHING.test(bare) || text.toLowerCase().includes(bare.toLowerCase())) return text;
  return [bare, text].filter(Boolean).join("\n");
}
