import type { Rule } from "./rule";

/** Whether an office is open, now or on a day; holds also in a dialog. */
export const rulesAboutHours: Record<string, Rule> = {
  it_is_asked_whether_an_office_is_open: ({ wish, hours, memory, fits }) => {
    if (wish?.kind === "hours") return { kind: "tell_hours", office: wish.office, days: wish.days };
    if (wish || !hours || (memory.dialog && fits === "surely")) return;
    const [office, another] = hours.offices;
    if (office === undefined) return;
    return another === undefined
      ? { kind: "tell_hours", office, days: hours.days }
      : { kind: "ask_which_office", offices: hours.offices, days: hours.days };
  },
};
