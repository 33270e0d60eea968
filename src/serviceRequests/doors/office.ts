import type { OfficeName } from "../office";

/** Settings as numbered versions; the highest counts, none is ever changed. */
export type OfficeStore = {
  current(): Promise<{ name: OfficeName; version: number; value: unknown }[]>;
  /** Refused (`false`) when the version the editor saw is not the newest any more. */
  save(name: OfficeName, value: unknown, seen: number, who: { by: string; why: string; at: Date }): Promise<boolean>;
  history(
    name: OfficeName,
    most: number,
  ): Promise<{ version: number; value: unknown; at: Date; by: string; why: string }[]>;
};

export type ApiKey = {
  id: string;
  name: string;
  /** Whose system it is: updates count as that unit's. Other partners speak for those who reported through them. */
  unit?: string;
  perMinute: number;
  createdAt: Date;
  createdBy: string;
  endedAt?: Date;
  lastUsedAt?: Date;
};

export type ApiKeys = {
  list(): Promise<ApiKey[]>;
  /** Keeps only the hash (SHA-256, hex) of the key. */
  add(
    key: { name: string; unit?: string; perMinute: number; hash: string; createdBy: string },
    at: Date,
  ): Promise<ApiKey>;
  end(id: string, at: Date): Promise<boolean>;
  findByHash(hash: string, at: Date): Promise<ApiKey | undefined>;
};
