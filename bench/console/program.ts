import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { formatNumber } from "../../src/serviceRequests/number";
import { hashPassword } from "../../src/staff/password";
import { openStorage } from "../../src/storage/storage";

export const PASSWORD = "pomiar-na-Rynku-Głównym";

/** Consultants with settled passwords; answers their logins. */
export async function addConsultants(databaseUrl: string, many: number): Promise<string[]> {
  const quiet = { info() {}, warn() {}, error: console.error };
  const store = { databaseUrl, dataFolder: "", log: quiet, formatNumber, onNews() {}, onAlert() {} };
  const storage = await openStorage(store);
  const passwordHash = await hashPassword(PASSWORD);
  const skills = { capacity: 20, languages: ["pl" as const], areas: [], teams: [] };
  const logins = Array.from({ length: many }, (_, n) => `bench-live-${n}`);
  for (const login of logins) {
    const account = { id: login, login, name: login, role: "consultant" as const, passwordHash, ...skills };
    await storage.staff.accounts.add(account, new Date());
    await storage.staff.accounts.setPassword(login, { hash: passwordHash, mustChange: false }, new Date());
  }
  await storage.close();
  return logins;
}

/** The whole program in a process of its own, ready to serve. */
export async function start(databaseUrl: string, port: number) {
  const child = spawn(process.execPath, ["--import", "tsx", "src/index.ts"], {
    env: {
      ...process.env,
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      MESSAGES_PER_MINUTE: "10000",
      CONVERSATIONS_PER_MINUTE: "100000",
      LOG_LEVEL: "error",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  // Also when this process dies of a mistake.
  process.once("exit", () => child.kill("SIGTERM"));
  await new Promise<void>((ready, failed) => {
    child.stdout.on("data", (text) => String(text).includes("Hejnał is ready") && ready());
    child.once("close", () => failed(new Error("the program ended before it was ready")));
  });
  return child;
}

/** A port nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => found(typeof address === "object" && address ? address.port : 0));
    });
  });
}
