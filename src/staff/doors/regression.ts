/** A text with its right meanings as `kind:id`; without any, the bot should ask back or bring a person. The text is masked. */
export type NewRegressionText = { text: string; right: string[]; note: string };
export type RegressionText = NewRegressionText & { id: number; by: string; at: Date };
export type RegressionSet = { name: string; texts: number; changedAt: Date };

type Adding = { accountId: string; at: Date; most: number };

/** Sets of texts by which editors see whether a change makes anything worse. Nobody trains on them. */
export type StaffRegression = {
  /** By name; a set is there as long as it has a text. */
  sets(): Promise<RegressionSet[]>;
  /** In the order they were added; without a set those of all. */
  texts(asked: { set?: string | undefined; from: number; most: number }): Promise<RegressionText[]>;
  /**
   * All of them or none: `full` tells how many the set would have if that is more than `most`. A text that is there
   * already stays as it is.
   */
  add(set: string, texts: NewRegressionText[], adding: Adding): Promise<{ added: number } | { full: number }>;
  /** Takes out these texts, or all; answers how many there were. */
  remove(set: string, ids?: number[]): Promise<number>;
  /** How many texts of all sets mean each `kind:id`. */
  meanings(): Promise<Map<string, number>>;
};
