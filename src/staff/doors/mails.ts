/** A mail to send once per `sameAs`; `delivery/mailer.ts` brings it out of the house. */
export type NewMail = { sameAs: string; to: string; subject: string; text: string; replyTo?: string };

export type StaffMails = {
  add(mail: NewMail, at: Date): Promise<void>;
};
