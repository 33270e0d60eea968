/** After how many seconds something is done about waiting: in the queue, and for a consultant's answer. */
export type Patience = { waitAlarmSeconds: number; silentSeconds: number };

export const usualPatience: Patience = { waitAlarmSeconds: 600, silentSeconds: 600 };

export const after = (at: Date, seconds: number): Date => new Date(at.getTime() + seconds * 1000);
