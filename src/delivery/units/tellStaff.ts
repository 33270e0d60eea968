import type { RequestLinks } from "../../serviceRequests/links";
import type { Matter, UnitDeliveryParts } from "./parts";

type Parts = Pick<UnitDeliveryParts, "staff" | "links" | "now">;

const HOUR_MS = 3_600_000;
const LISTED_AT_MOST = 200;

const dayInKrakow = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Warsaw", dateStyle: "short" });
const hourInKrakow = new Intl.DateTimeFormat("en", { timeZone: "Europe/Warsaw", hour: "numeric", hourCycle: "h23" });
const when = new Intl.DateTimeFormat("pl-PL", { timeZone: "Europe/Warsaw", dateStyle: "short", timeStyle: "short" });

/**
 * One warning when a unit cannot be reached for the first time; of what follows within the same hour the morning's
 * list tells, since a unit that is down would otherwise send one mail for every matter.
 */
export async function warnOfFirstFailure({ request, delivery, unit }: Matter, reason: string, parts: Parts) {
  const hour = Math.floor(parts.now().getTime() / HOUR_MS);
  await write(parts, {
    sameAs: `unit_failed:${delivery.unit}:${hour}`,
    subject: `Hejnał: nie udało się przekazać zgłoszenia (${unit})`,
    lines: [
      `Zgłoszenie ${request.id} nie dotarło do jednostki: ${unit}.`,
      `Powód: ${reason}`,
      "",
      "Próbujemy dalej: za 5 minut, potem co pół godziny, tylko tam, gdzie się nie udało.",
      "O kolejnych zgłoszeniach do tej jednostki w tej godzinie nie piszemy osobno. Co rano przychodzi lista tego, co utknęło.",
      "",
      parts.links.console(request.id),
    ],
  });
}

/** A recipient that said "never": nobody will try it again by itself. */
export async function warnOfRefusal(
  { request, delivery, unit }: Matter,
  who: string,
  parts: Parts & { reason: string },
) {
  await write(parts, {
    sameAs: `unit_refused:${delivery.unit}:${who}:${dayInKrakow.format(parts.now())}`,
    subject: `Hejnał: adres jednostki nie przyjmuje zgłoszeń (${unit})`,
    lines: [
      `Zgłoszenie ${request.id} zostało odrzucone na stałe: ${who}.`,
      `Powód: ${parts.reason}`,
      "",
      "Tam nie próbujemy ponownie. Trzeba sprawdzić adres w ustawieniach jednostki i przekazać sprawę inną drogą.",
      "",
      parts.links.console(request.id),
    ],
  });
}

/** Once a day, from 7:00 in Kraków: everything that did not reach its unit. `told`: the last day that was looked at. */
export async function listStuck(parts: Parts & Pick<UnitDeliveryParts, "deliveries" | "names">, told: string) {
  const now = parts.now();
  const day = dayInKrakow.format(now);
  if (day === told || Number(hourInKrakow.format(now)) < 7) return told;
  const stuck = await parts.deliveries.stuck(now);
  if (stuck.length > 0) await write(parts, { sameAs: `stuck:${day}`, ...stuckMail(stuck, parts) });
  return day;
}

type Stuck = Awaited<ReturnType<UnitDeliveryParts["deliveries"]["stuck"]>>;

function stuckMail(stuck: Stuck, { names, links }: { names: UnitDeliveryParts["names"]; links: RequestLinks }) {
  const { units } = names();
  const lines = stuck
    .slice(0, LISTED_AT_MOST)
    .flatMap(({ serviceRequestId, unit, since, attempts, reason }) => [
      `${serviceRequestId}, ${units.get(unit)?.name.pl ?? unit}: od ${when.format(since)}, ${whyStuck(attempts, reason)}`,
      links.console(serviceRequestId),
      "",
    ]);
  const more = stuck.length > LISTED_AT_MOST ? [`i jeszcze: ${stuck.length - LISTED_AT_MOST}`] : [];
  return {
    subject: `Hejnał: zgłoszenia, które nie dotarły do właściwych jednostek (${stuck.length})`,
    lines: ["Te zgłoszenia nie dotarły jeszcze do właściwych jednostek:", "", ...lines, ...more],
  };
}

const whyStuck = (attempts: number, reason: string) =>
  reason === "sent_back" ? "jednostka odesłała sprawę, trzeba wskazać inną" : `prób: ${attempts}. ${reason}`;

type Told = { sameAs: string; subject: string; lines: string[] };

async function write({ staff, now }: Pick<Parts, "staff" | "now">, { sameAs, subject, lines }: Told): Promise<void> {
  if (staff.onDuty === undefined) return;
  await staff.mails.add({ sameAs, to: staff.onDuty, subject, text: lines.join("\n") }, now());
}
