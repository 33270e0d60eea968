/** Whether the error carries this code of the system (`ENOENT`) or of PostgreSQL (`23505`). */
export function hasCode(error: unknown, code: string): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === code;
}

/**
 * Whether PostgreSQL refused the values themselves (classes 22, data, and 23, constraints), which no retry changes.
 * A division by zero (22012) is ours: it stops a turn whose conversation changed under it.
 */
export function isDataError(error: unknown): boolean {
  return (
    typeof error === "object" && error !== null && "code" in error && /^2[23](?!012)\w{3}$/.test(String(error.code))
  );
}
