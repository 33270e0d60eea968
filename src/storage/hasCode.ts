/** Whether the error carries this code of the system (`ENOENT`) or of PostgreSQL (`23505`). */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
