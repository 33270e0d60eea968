import type { Config } from "./config";
import type { FilesAt } from "./storage/bytes/openBytes";

type Settings = Pick<Config, "FILES_AT" | "S3_ENDPOINT" | "S3_REGION" | "S3_ACCESS_KEY_ID" | "S3_SECRET_ACCESS_KEY">;

/** Where residents' files go, as it is configured. */
export function filesAt(config: Settings): FilesAt {
  const { FILES_AT: at } = config;
  if (!at) return { kind: "database" };
  if (at === "folder") return { kind: "folder" };
  const [bucket = "", ...prefix] = at.replace("s3://", "").split("/").filter(Boolean);
  return {
    kind: "s3",
    bucket,
    prefix: prefix.join("/"),
    endpoint: config.S3_ENDPOINT,
    region: config.S3_REGION,
    accessKeyId: config.S3_ACCESS_KEY_ID ?? "",
    secretAccessKey: config.S3_SECRET_ACCESS_KEY ?? "",
  };
}
