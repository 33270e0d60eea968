import type { S3Client } from "@aws-sdk/client-s3";
import type { ByteStore } from "./byteStore";

export type S3Options = {
  bucket: string;
  /** In front of every key, without slashes at its ends; empty for none. */
  prefix: string;
  /** A server of one's own; without it AWS in this region. */
  endpoint?: string | undefined;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** For one call with all its tries. */
  mostMilliseconds?: number;
};

/** Long enough for 25 MB over a slow line, short enough that a resident still waits. */
const USUAL_MILLISECONDS = 30_000;

/** Bytes in a bucket of any S3-compatible server. */
export async function openS3({ bucket, prefix, mostMilliseconds = USUAL_MILLISECONDS, ...access }: S3Options) {
  // Half a second to load, so only where it is used.
  const { S3Client, PutObjectCommand, GetObjectCommand, DeleteObjectCommand, NoSuchKey } = await import(
    "@aws-sdk/client-s3"
  );
  const client = new S3Client(settingsOf(access));
  const at = (key: string) => ({ Bucket: bucket, Key: prefix ? `${prefix}/${key}` : key });
  const patience = () => ({ abortSignal: AbortSignal.timeout(mostMilliseconds) });
  const bytes: ByteStore = {
    async put(key, body, contentType) {
      await client.send(new PutObjectCommand({ ...at(key), Body: body, ContentType: contentType }), patience());
    },
    async get(key) {
      try {
        const { Body } = await client.send(new GetObjectCommand(at(key)), patience());
        return Body && Buffer.from(await Body.transformToByteArray());
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    async delete(key) {
      await client.send(new DeleteObjectCommand(at(key)), patience());
    },
  };
  return { bytes, close: () => client.destroy() };
}

function settingsOf({
  endpoint,
  region,
  accessKeyId,
  secretAccessKey,
}: Pick<S3Options, "endpoint" | "region" | "accessKeyId" | "secretAccessKey">): NonNullable<
  ConstructorParameters<typeof S3Client>[0]
> {
  return {
    region,
    credentials: { accessKeyId, secretAccessKey },
    // Servers of one's own rarely have a host name for each bucket.
    ...(endpoint && { endpoint, forcePathStyle: true }),
    maxAttempts: 2,
    // The SDK's own checksums are newer than many a compatible server.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    requestHandler: { connectionTimeout: 5_000, socketTimeout: 20_000 },
  };
}
