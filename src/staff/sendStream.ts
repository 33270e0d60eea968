import type { ServerResponse } from "node:http";
import type { Log } from "../conversation/log";
import type { Streamed } from "./route";

/** Sends what is made as fast as the other side takes it, and stops making it once nobody is there any more. */
export async function sendStream(response: ServerResponse, streamed: Streamed, log: Log): Promise<void> {
  const { contentType, name, chunks } = streamed;
  response.statusCode = 200;
  response.setHeader("Content-Type", contentType);
  response.setHeader("Content-Disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
  try {
    for await (const chunk of chunks) {
      if (response.destroyed) return;
      if (!response.write(chunk)) await drained(response);
      if (response.destroyed) return;
    }
    response.end();
  } catch (error) {
    if (!response.headersSent) throw error;
    // A file that ends too soon must not look like a whole one.
    log.error("staff_stream_broken", { name, error: String(error) });
    response.destroy();
  }
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      response.off("drain", go);
      response.off("close", go);
      resolve();
    };
    response.on("drain", go);
    response.on("close", go);
  });
}
