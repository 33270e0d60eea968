/** Whether the error carries this code of the system (`ENOENT`) or of PostgreSQL (`23505`). */
export function hasCode(error: unknown, code: string): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === code;
}
