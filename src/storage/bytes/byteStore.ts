/**
 * Where the bytes of files lie; who may see them is kept in the database. Keys are ours: letters, digits and hyphens.
 * A store that is down or slow makes each of these throw; a `delete` of what is not there is none of its errors.
 */
export type ByteStore = {
  put(key: string, bytes: Buffer, contentType: string): Promise<void>;
  get(key: string): Promise<Buffer | undefined>;
  delete(key: string): Promise<void>;
};
