import { formatNumber } from "../../src/serviceRequests/number";
import { hashPassword } from "../../src/staff/password";
import { openStorage, type Storage } from "../../src/storage/storage";
import { type Person, visitor } from "../../test/rooms/staff/person";

const PASSWORD = "pomiar-na-Rynku-Głównym";
const LOGIN = "bench-editor";

/** The store of a database, for what a program is to find there. */
export function storeOf(databaseUrl: string): Promise<Storage> {
  const quiet = { info() {}, warn() {}, error: console.error };
  return openStorage({ databaseUrl, dataFolder: "", log: quiet, formatNumber, onNews() {}, onAlert() {} });
}

/** An editor with a settled password. */
export async function addEditor({ staff }: Storage): Promise<void> {
  const passwordHash = await hashPassword(PASSWORD);
  const skills = { capacity: 1, languages: ["pl" as const], areas: [], teams: [] };
  const account = { id: LOGIN, login: LOGIN, name: LOGIN, role: "editor" as const, passwordHash, ...skills };
  await staff.accounts.add(account, new Date());
  await staff.accounts.setPassword(LOGIN, { hash: passwordHash, mustChange: false }, new Date());
}

export async function editorAt(address: string): Promise<Person> {
  const person = visitor(address);
  const came = await person.logsIn(LOGIN, PASSWORD);
  if (came.status !== 200) throw new Error(`login: ${came.status}`);
  return person;
}

/** What was answered, or the mistake. */
export async function must<T>(call: Promise<{ status: number; body: T }>): Promise<T> {
  const { status, body } = await call;
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}
