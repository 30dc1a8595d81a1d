import mongoose from 'mongoose';
import { Agendas } from '../models/agenda.ts';
import { ApiTokens } from '../models/api-token.ts';
import { AuditEntries } from '../models/audit-entry.ts';
import { Awards } from '../models/award.ts';
import { CheckIns } from '../models/check-in.ts';
import { Contacts } from '../models/contact.ts';
import { Doors } from '../models/door.ts';
import { Events } from '../models/event.ts';
import { Guests } from '../models/guest.ts';
import { ImportRuns } from '../models/import-run.ts';
import { InboundMails } from '../models/inbound-mail.ts';
import { InboundMailboxes } from '../models/inbound-mailbox.ts';
import { Memberships } from '../models/membership.ts';
import { Organisations } from '../models/organisation.ts';
import { OutboxMails } from '../models/outbox-mail.ts';
import { Recaps } from '../models/recap.ts';
import { Reports } from '../models/report.ts';
import { Scans } from '../models/scan.ts';
import { SignInLinks } from '../models/sign-in-link.ts';
import { Stages } from '../models/stage.ts';
import { Users } from '../models/user.ts';
import type { Perishable } from './platform/database/sweeper.ts';

/** Every collection: their indexes are made at start and guarded by readiness. */
export const models = [
  Agendas,
  ApiTokens,
  AuditEntries,
  Awards,
  CheckIns,
  Contacts,
  Doors,
  Events,
  Guests,
  ImportRuns,
  InboundMails,
  InboundMailboxes,
  Memberships,
  Organisations,
  OutboxMails,
  Recaps,
  Reports,
  Scans,
  SignInLinks,
  Stages,
  Users,
] as const;

/** Collections whose documents carry effects. */
export const modelsWithEffects = [
  Agendas,
  ApiTokens,
  Awards,
  CheckIns,
  Contacts,
  Doors,
  Events,
  Guests,
  Memberships,
  Organisations,
  Recaps,
  Reports,
  Stages,
  Users,
] as const;

/** What is worthless once its time is over. */
export const perishables: readonly Perishable[] = [
  { model: SignInLinks, field: 'expires' },
  { model: InboundMails, field: 'expires' },
  {
    model: { modelName: 'RateLimit', collection: mongoose.connection.collection('rate-limits') },
    field: 'expire',
  },
];
