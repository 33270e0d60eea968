import { fileTypeOf } from "../../../../src/conversation/fileType";

export type Written = {
  from: string;
  to: string;
  id: string;
  subject?: string;
  text?: string;
  html?: string;
  headers?: string[];
  files?: { name: string; bytes: Buffer }[];
};

const encoded = (words: string) => `=?UTF-8?B?${Buffer.from(words).toString("base64")}?=`;

/** A letter as a resident's mail program writes it. */
export function letterBy({ from, to, id, subject = "pytanie", text, html, headers = [], files = [] }: Written): Buffer {
  const head = [
    `From: Anna <${from}>`,
    `To: ${to}`,
    `Message-ID: <${id}>`,
    `Subject: ${encoded(subject)}`,
    "MIME-Version: 1.0",
    ...headers,
  ];
  const words = [
    `Content-Type: text/${html === undefined ? "plain" : "html"}; charset=utf-8`,
    "Content-Transfer-Encoding: base64",
    "",
    Buffer.from(html ?? text ?? "").toString("base64"),
  ];
  const parts = files.flatMap(({ name, bytes }) => [
    "--part",
    `Content-Type: ${fileTypeOf(bytes) ?? "application/octet-stream"}; name="${encoded(name)}"`,
    "Content-Transfer-Encoding: base64",
    "Content-Disposition: attachment",
    "",
    bytes.toString("base64").replace(/.{76}/g, "$&\r\n"),
  ]);
  const mixed = ['Content-Type: multipart/mixed; boundary="part"', "", "--part", ...words, ...parts, "--part--"];
  return Buffer.from([...head, ...(files.length > 0 ? mixed : words), ""].join("\r\n"));
}

/** What a mail server writes when it cannot bring a letter of ours any further. */
export function bounceOf(letter: { id: string; returnTo: string; address: string }, status: string): Buffer {
  return Buffer.from(
    [
      "From: MAILER-DAEMON@mx.example",
      `To: ${letter.returnTo}`,
      `Message-ID: <${Date.now()}.${Math.random()}@mx.example>`,
      "Subject: Undelivered Mail Returned to Sender",
      "Return-Path: <>",
      'Content-Type: multipart/report; report-type=delivery-status; boundary="r"',
      "",
      "--r",
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns; mx.example",
      "",
      `Final-Recipient: rfc822; ${letter.address}`,
      `Action: ${status.startsWith("5") ? "failed" : "delayed"}`,
      `Status: ${status}`,
      "--r",
      "Content-Type: text/rfc822-headers",
      "",
      `Message-ID: ${letter.id}`,
      "Subject: Re: pytanie",
      "--r--",
      "",
    ].join("\r\n"),
  );
}
