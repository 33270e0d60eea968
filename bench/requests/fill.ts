import { sql } from "kysely";
import type { Storage } from "../../src/storage/storage";

/** The oldest was filed so long before now; the last year holds most of them. */
const YEARS = 3;
const AT_ONCE = 5_000;

/**
 * Service requests spread over Kraków and three years: every kind, every state, two in three public, three events
 * each, one or more followers. Written by the database itself, because only their number and spread matter.
 */
export async function fill(storage: Storage, count: number, kinds: { service: string; unit: string }[]): Promise<void> {
  for (let from = 1; from <= count; from += AT_ONCE)
    await fillPart(storage, { from, to: Math.min(count, from + AT_ONCE - 1) }, kinds);
  for (const table of ["service_requests", "service_request_events", "service_request_followers"])
    await sql`vacuum analyze ${sql.table(table)}`.execute(storage.db);
}

type Part = { from: number; to: number };

async function fillPart({ db }: Storage, { from, to }: Part, kinds: { service: string; unit: string }[]) {
  const services = kinds.map(({ service }) => service);
  const units = kinds.map(({ unit }) => unit);
  await sql`insert into service_requests (id, same_as, service, kind, service_version, routed_because, description,
      place, answers, contact, attachments, language, requested_at, status, status_notes, agency_responsible, updated_at,
      state, state_since, version, page_key, lat, long, address, district, public, forwarded, due_at, first_done_at)
    select 'KR-' || extract(year from at)::int || '-' || (500000 + n) || '-' || n % 10, 'bench-' || n,
      (${services}::text[])[1 + n % ${services.length}::int], 'report', 'bench', 'bench',
      (array['Wielka dziura, rower prawie się złamał', 'Lampa nie świeci od tygodnia', 'Worki ze śmieciami pod blokiem',
        'Drzewo wisi nad chodnikiem'])[1 + n % 4] || ' nr ' || n,
      'ul. ' || (array['Długa', 'Karmelicka', 'Królewska', 'Dietla', 'Lea'])[1 + n % 5] || ' ' || 1 + n % 90,
      '{}', '{"phone": "600100200"}', '[]', 'pl', at,
      case when n % 10 < 3 then 'open' else 'closed' end, 'Zgłoszenie czeka.',
      (${units}::text[])[1 + n % ${services.length}::int], at + interval '3 days',
      (array['received', 'forwarded', 'in_progress', 'done', 'done', 'done', 'done', 'not_feasible', 'withdrawn',
        'done'])[1 + n % 10],
      at + interval '3 days', 3, md5('page' || n), 49.99 + 0.13 * random(), 19.8 + 0.38 * random(),
      'ul. ' || (array['Długa', 'Karmelicka', 'Królewska', 'Dietla', 'Lea'])[1 + n % 5] || ' ' || 1 + n % 90,
      (array['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'XVIII'])[1 + n % 9], n % 3 > 0, true,
      at + interval '14 days', case when n % 10 >= 3 then at + interval '1 day' * (1 + n % 9) end
    from (select n, now() - interval '1 day' * ${YEARS * 365}::int * power(random(), 2) as at
      from generate_series(${from}::int, ${to}::int) n) filed`.execute(db);
  await sql`insert into service_request_events (service_request_id, number, at, actor, kind, status, status_notes,
      agency_responsible, state)
    select id, number, requested_at + interval '1 day' * (number - 1), 'system',
      (array['filed', 'forward', 'finish'])[number], status, status_notes, agency_responsible, state
    from service_requests, generate_series(1, 3) number
    where substr(same_as, 7)::int between ${from}::int and ${to}::int`.execute(db);
  await sql`insert into service_request_followers (key, service_request_id, kind, email, language, created_at)
    select md5(id || person), id, case person when 1 then 'reporter' else 'follower' end, 'osoba' || person || '@example.org',
      'pl', requested_at
    from service_requests, generate_series(1, 2) person where (person = 1 or right(id, 1) = '3') and substr(same_as, 7)::int between ${from}::int and ${to}::int`.execute(
    db,
  );
}
