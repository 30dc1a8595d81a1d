/** A name and an address, kept apart so that neither can be read as the other. */
export interface Mailbox {
  name: string;
  address: string;
}

/** How far an attempt came. After `data-sent` the other side may have the mail, whatever happens next. */
export const mailStages = ['connecting', 'envelope', 'data-sent'] as const;
export type MailStage = (typeof mailStages)[number];

/** Where a sent mail went: to a server, or into the built-in mailbox. */
export const mailRoutes = ['smtp', 'mailbox'] as const;
export type MailRoute = (typeof mailRoutes)[number];

/** A campaign can be unsubscribed from and is paced; a service mail answers something its reader did or must know. */
export const mailPurposes = ['campaign', 'service'] as const;
export type MailPurpose = (typeof mailPurposes)[number];

/** Why an address is not written to: it does not exist, it complained, or it asked for no more campaigns. */
export const suppressionScopes = ['hard', 'complaint', 'unsubscribe'] as const;
export type SuppressionScope = (typeof suppressionScopes)[number];

/** Whether campaigns have a daily limit; `auto`: where the mail server belongs to somebody else. */
export const warmUpModes = ['auto', 'on', 'off'] as const;
export type WarmUpMode = (typeof warmUpModes)[number];
