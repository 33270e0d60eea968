import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** What is counted, and how the rooms tell of it. Labels come from fixed lists only, so their number stays small. */
export type Metrics = {
  /** The page Prometheus reads. */
  page(): Promise<{ contentType: string; text: string }>;
  /** A turn ended; `milliseconds` from acceptance to committed answer. */
  turn(milliseconds: number, outcome: string): void;
  /** What a turn decided. */
  decision(kind: string): void;
  /** A kind of activity arrived that carries no message. */
  activity(kind: string): void;
  request(method: string, route: string, status: number): void;
  /** How many live connections this process holds now. */
  sockets(open: number): void;
};

/** `pending` counts the messages that wait for their turn; it is asked whenever the page is read. */
export function createMetrics(options: { pending?: () => Promise<number> } = {}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const turns = new Counter({
    name: "hejnal_turns_total",
    help: "Turns by outcome",
    labelNames: ["outcome"],
    registers,
  });
  const decisions = new Counter({
    name: "hejnal_decisions_total",
    help: "Turns by what was decided",
    labelNames: ["decision"],
    registers,
  });
  const turnSeconds = new Histogram({
    name: "hejnal_turn_seconds",
    help: "Time from accepting a message to its committed answer",
    buckets: [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30],
    registers,
  });
  const activities = new Counter({
    name: "hejnal_activities_total",
    help: "Activities that carry no message, by type",
    labelNames: ["type"],
    registers,
  });
  const requests = new Counter({
    name: "hejnal_http_requests_total",
    help: "HTTP requests by method, route and status",
    labelNames: ["method", "route", "status"],
    registers,
  });
  const sockets = new Gauge({ name: "hejnal_open_sockets", help: "Live connections held by this process", registers });
  const { pending } = options;
  if (pending)
    new Gauge({
      name: "hejnal_pending_messages",
      help: "Messages that wait for their turn",
      registers,
      async collect() {
        // A store that does not answer must not take the whole page with it.
        this.set(await pending().catch(() => Number.NaN));
      },
    });

  return {
    page: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
    turn(milliseconds, outcome) {
      turns.inc({ outcome });
      turnSeconds.observe(milliseconds / 1000);
    },
    decision: (kind) => decisions.inc({ decision: kind }),
    activity: (kind) => activities.inc({ type: kind }),
    request: (method, route, status) => requests.inc({ method, route, status: String(status) }),
    sockets: (open) => sockets.set(open),
  };
}
