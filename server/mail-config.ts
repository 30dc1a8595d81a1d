import { join } from 'node:path';
import { z } from 'zod';
import { domainOf, isMailAddress } from './platform/mail-address.ts';

const minutes = z
  .string()
  .regex(/^\d+(\.\d+)?(,\d+(\.\d+)?)*$/, 'must be minutes such as 1,5,15,30,60,120,240')
  .transform((text) => text.split(',').map(Number));
const domain = z
  .string()
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]+$/i, 'must be a domain such as example.org');

/** How mails leave: everything about it beside SMTP_URL and MAIL_FROM. */
export const mailEnvironment = {
  MAIL_CONNECTIONS: z.coerce
    .number({ error: 'must be a number of connections between 1 and 50' })
    .int()
    .min(1)
    .max(50)
    .default(8),
  MAIL_PACE: z.coerce
    .number({ error: 'must be mails a second to one domain, 0 for no limit' })
    .min(0)
    .max(1000)
    .default(1),
  MAIL_RETRY_MINUTES: minutes.default([1, 5, 15, 30, 60, 120, 240]),
  MAIL_UNCERTAIN_MINUTES: z.coerce
    .number({ error: 'must be a number of minutes' })
    .positive()
    .max(24 * 60)
    .default(15),
  MAIL_LEASE_SECONDS: z.coerce
    .number({ error: 'must be a number of seconds between 2 and 600' })
    .min(2)
    .max(600)
    .default(60),
  BOUNCE_ADDRESS: z
    .string()
    .refine(
      (text) => isMailAddress(text) && text.indexOf('@') <= longestLocalPart,
      'must be an address such as bounces@example.org, with at most 20 characters before the @',
    )
    .optional(),
  DKIM_KEY_FILE: z.string().min(1).optional(),
  DKIM_SELECTOR: z
    .string()
    .regex(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i, 'must be a word such as rostrum')
    .default('rostrum'),
  DKIM_DOMAIN: domain.optional(),
  DNS_SERVER: z
    .string()
    .regex(/^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:]+\])(?::\d{1,5})?$/i, 'must be an address such as 9.9.9.9')
    .optional(),
};

export interface MailConfig {
  /** To the mail server, at the same time. */
  connections: number;
  /** Campaign mails a second to one domain; 0 for as fast as it goes. */
  pace: number;
  timings: { leaseMs: number; pauses: readonly number[]; uncertainMs: number };
  /** Where reports about mails that were not delivered go to; null where nobody reads them. */
  bounceAddress: string | null;
  dkim: { keyFile: string; isKeyDemanded: boolean; selector: string; domain: string };
  /** Who is asked about DNS records; null for the system's own. */
  dnsServer: string | null;
}

interface Surroundings {
  dataFolder: string;
  from: string;
  inbound: string | null;
}

const longestLocalPart = 20;
const minute = 60_000;

export function mailConfig(
  env: z.infer<z.ZodObject<typeof mailEnvironment>>,
  { dataFolder, from, inbound }: Surroundings,
): MailConfig {
  // The tag in front of the @ has 41 characters of the 64 there may be.
  const reader = inbound !== null && inbound.indexOf('@') <= longestLocalPart ? inbound : null;
  return {
    connections: env.MAIL_CONNECTIONS,
    pace: env.MAIL_PACE,
    timings: {
      leaseMs: env.MAIL_LEASE_SECONDS * 1000,
      pauses: env.MAIL_RETRY_MINUTES.map((each) => each * minute),
      uncertainMs: env.MAIL_UNCERTAIN_MINUTES * minute,
    },
    bounceAddress: env.BOUNCE_ADDRESS ?? reader,
    dkim: {
      keyFile: env.DKIM_KEY_FILE ?? join(dataFolder, 'dkim.pem'),
      isKeyDemanded: env.DKIM_KEY_FILE !== undefined,
      selector: env.DKIM_SELECTOR,
      domain: env.DKIM_DOMAIN ?? domainOf(from),
    },
    dnsServer: env.DNS_SERVER ?? null,
  };
}
