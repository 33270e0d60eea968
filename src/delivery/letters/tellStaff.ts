import type { LetterParts } from "./parts";
import type { Bounce } from "./readBounce";

type Parts = Pick<LetterParts, "staff" | "links" | "now">;
type CameBack = { serviceRequestId: string; unit: string; deliveryId: string; bounce: Bounce };

/** A mail to a unit that will not arrive: somebody has to mend the address or pass the matter on by hand. */
export async function tellOfBounce({ serviceRequestId, unit, deliveryId, bounce }: CameBack, parts: Parts) {
  const { recipient, kind, status, words } = bounce;
  const why = kind === "mailbox_full" ? "skrzynka odbiorcy jest pełna" : "adres nie przyjmuje poczty";
  await write(parts, {
    sameAs: `bounce:${deliveryId}:${recipient}`,
    subject: `Hejnał: wiadomość do jednostki wróciła (${serviceRequestId})`,
    lines: [
      `Zgłoszenie ${serviceRequestId} nie dotarło do jednostki ${unit}: ${why}.`,
      [recipient, status, words].filter(Boolean).join(", "),
      "",
      parts.links.console(serviceRequestId),
    ],
  });
}

type Wrote = { serviceRequestId: string; from: "unit" | "reporter"; letter: string; isKept: boolean };

/** Somebody wrote in their own words, which a person has to read. The words themselves stay where they are. */
export async function tellOfWords({ serviceRequestId, from, letter, isKept }: Wrote, parts: Parts): Promise<void> {
  const who = from === "unit" ? "Jednostka odpisała" : "Mieszkaniec odpisał";
  await write(parts, {
    sameAs: `letter:${letter}`,
    subject: `Hejnał: list do przeczytania (${serviceRequestId})`,
    lines: [
      `${who} na wiadomość o zgłoszeniu ${serviceRequestId}.`,
      isKept
        ? "Słowa są dopisane do zgłoszenia. Trzeba je przeczytać i zdecydować, co dalej."
        : "W tym stanie zgłoszenia nie dało się zrobić tego, o co chodzi w liście. List jest w skrzynce odpowiedzi.",
      "",
      parts.links.console(serviceRequestId),
    ],
  });
}

/** A letter during which the program was stopped: nobody knows how far it came. */
export async function tellOfInterrupted(letter: string, parts: Parts): Promise<void> {
  await write(parts, {
    sameAs: `letter_interrupted:${letter}`,
    subject: "Hejnał: list do sprawdzenia",
    lines: [
      "Program został zatrzymany w trakcie czytania listu i nie wiadomo, czy zrobił wszystko.",
      "List jest oznaczony w skrzynce odpowiedzi. Trzeba porównać go ze zgłoszeniem.",
    ],
  });
}

type Told = { sameAs: string; subject: string; lines: string[] };

async function write({ staff, now }: Parts, { sameAs, subject, lines }: Told): Promise<void> {
  if (staff.onDuty === undefined) return;
  await staff.mails.add({ sameAs, to: staff.onDuty, subject, text: lines.join("\n") }, now());
}
