import type { IncomingMessage, Server, ServerResponse } from "node:http";
import busboy from "busboy";

/** Starts the server on a free port of this machine. */
export async function portOf(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return address.port;
}

/** Answers without `writeHead`, which restify changes for the whole process once it was loaded. */
export function send(response: ServerResponse, status: number, type: string, body: Buffer | string): void {
  response.statusCode = status;
  response.setHeader("Content-Type", type);
  response.end(body);
}

export const sendJson = (response: ServerResponse, status: number, body: unknown): void =>
  send(response, status, "application/json", JSON.stringify(body));

export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString());
}

export type FormPart = { field: string; name: string; contentType: string; bytes: Buffer };

/** Reads a multipart form whose parts all arrive as files, as Direct Line uploads do. */
export function readParts(request: IncomingMessage): Promise<FormPart[]> {
  return new Promise((resolve, reject) => {
    const parts: FormPart[] = [];
    const form = busboy({ headers: request.headers, defParamCharset: "utf8" });
    form.on("file", (field, stream, { filename, mimeType }) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () =>
        parts.push({ field, name: filename ?? "", contentType: mimeType, bytes: Buffer.concat(chunks) }),
      );
    });
    form.on("close", () => resolve(parts));
    form.on("error", reject);
    request.pipe(form);
  });
}
