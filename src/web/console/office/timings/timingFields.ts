/** The times there are, and the longest each may be. */
export const timingFields = [
  { name: "dueDays", most: 365 },
  { name: "reopenDays", most: 365 },
  { name: "askFixedDays", most: 90 },
] as const;
