import type { Encoding } from './mime-parts.ts';

export type Reply = 'accept' | 'decline' | 'tentative' | 'delegate' | 'counter' | 'refresh';
export type Language = 'vi' | 'en' | 'ru';

export interface ReplySpec {
  client: Client;
  reply: Reply;
  language: Language;
  encoding: Encoding;
  /** What the guest wrote; empty for nothing. */
  comment: string;
}

export const clients = [
  'gmail',
  'exchange',
  'outlook',
  'outlook-mac',
  'apple',
  'thunderbird',
  'zimbra',
  'yahoo',
  'proton',
  'nextcloud',
] as const;
export type Client = (typeof clients)[number];

export interface Facts extends ReplySpec {
  uid: string;
  email: string;
  tag: string;
  name: string;
}

export const substitute = { name: 'Lê Văn Bình', email: 'binh.le@mail.example' };
export const organiser = 'rsvp@events.example.org';
