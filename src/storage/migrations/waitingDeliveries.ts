import type { Migration } from "./migration";

/** What waits for want of a way is counted for every page of the list, and looked for whenever ways change. */
export const waitingDeliveries: Migration = {
  name: "0011_waiting_deliveries",
  statements: [
    `create index unit_deliveries_waiting on unit_deliveries (unit, service_request_id)
      where state = 'withheld' and reason = 'no_way'`,
  ],
};
