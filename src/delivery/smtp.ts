import { createTransport, type Transporter } from "nodemailer";

/** A way to the mail server; each step of its answer has its own time limit. */
export function transportTo(url: string, from: string, patienceMs: number): Transporter {
  const patience = {
    dnsTimeout: patienceMs,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  };
  // Nothing a mail says can make the mailer read a file or fetch an address.
  return createTransport({ url, ...patience, disableFileAccess: true, disableUrlAccess: true }, { from });
}

/** Some servers say only to the sender or recipient that we are not logged in. */
const ABOUT_OUR_LOGIN = [530, 534, 535, 538];

type Failure = { code: string; answer: number | undefined; reason: string; isFinal: boolean; isDown: boolean };

/**
 * A 5xx about the recipient or the words is the server's last word; one about our login or the line is not. Down is
 * a server with whom no connection came about.
 */
export function failureOf(error: unknown): Failure {
  const told: object = typeof error === "object" && error !== null ? error : {};
  const code = "code" in told ? String(told.code) : "";
  const answer = "responseCode" in told && typeof told.responseCode === "number" ? told.responseCode : undefined;
  const aboutTheMail = code === "EENVELOPE" || code === "EMESSAGE";
  const reason = error instanceof Error ? error.message : String(error);
  const isDown = "command" in told && told.command === "CONN";
  const isFinal = aboutTheMail && answer !== undefined && answer >= 500 && !ABOUT_OUR_LOGIN.includes(answer);
  return { code, answer, reason, isFinal, isDown };
}
