import mongoose from 'mongoose';
import { Agendas } from '../models/agenda.ts';
import { ApiTokens } from '../models/api-token.ts';
import { AuditEntries } from '../models/audit-entry.ts';
import { Awards } from '../models/award.ts';
import { BadgeDesigns } from '../models/badge-design.ts';
import { CheckIns } from '../models/check-in.ts';
import { Contacts } from '../models/contact.ts';
import { DoorPlans } from '../models/door-plan.ts';
import { Doors } from '../models/door.ts';
import { Events } from '../models/event.ts';
import { FormalLetters } from '../models/formal-letter.ts';
import { Guests } from '../models/guest.ts';
import { GuestImports } from '../models/guest-import.ts';
import { ImportMemories } from '../models/import-memory.ts';
import { ImportRows } from '../models/import-row.ts';
import { ImportRuns } from '../models/import-run.ts';
import { InboundMails } from '../models/inbound-mail.ts';
import { InboundMailboxes } from '../models/inbound-mailbox.ts';
import { MailLanes } from '../models/mail-lane.ts';
import { Memberships } from '../models/membership.ts';
import { MessageTemplates } from '../models/message-template.ts';
import { Nominations } from '../models/nomination.ts';
import { Organisations } from '../models/organisation.ts';
import { OutboxMails } from '../models/outbox-mail.ts';
import { PassKeys } from '../models/pass-key.ts';
import { PrintJobs } from '../models/print-job.ts';
import { PutOffs } from '../models/put-off.ts';
import { Escorts } from '../models/escort.ts';
import { Quorums } from '../models/quorum.ts';
import { Radars } from '../models/radar.ts';
import { Recaps } from '../models/recap.ts';
import { Reports } from '../models/report.ts';
import { Scans } from '../models/scan.ts';
import { Seatings } from '../models/seating.ts';
import { SecretaryLinks } from '../models/secretary.ts';
import { SignInLinks } from '../models/sign-in-link.ts';
import { SoftBounces } from '../models/soft-bounce.ts';
import { Stages } from '../models/stage.ts';
import { Statements } from '../models/statement.ts';
import { StrayScans } from '../models/stray-scan.ts';
import { Suppressions } from '../models/suppression.ts';
import { Users } from '../models/user.ts';
import { WarmUps } from '../models/warm-up.ts';
import { Waves } from '../models/wave.ts';
import type { Perishable } from './platform/database/sweeper.ts';

/** Every collection: their indexes are made at start and guarded by readiness. */
export const models = [
  Agendas,
  ApiTokens,
  AuditEntries,
  Awards,
  BadgeDesigns,
  CheckIns,
  Contacts,
  DoorPlans,
  Doors,
  Escorts,
  Events,
  FormalLetters,
  GuestImports,
  Guests,
  ImportMemories,
  ImportRows,
  ImportRuns,
  InboundMails,
  InboundMailboxes,
  MailLanes,
  Memberships,
  MessageTemplates,
  Nominations,
  Organisations,
  OutboxMails,
  PassKeys,
  PrintJobs,
  PutOffs,
  Quorums,
  Radars,
  Recaps,
  Reports,
  Scans,
  SecretaryLinks,
  Seatings,
  SignInLinks,
  SoftBounces,
  Stages,
  Statements,
  StrayScans,
  Suppressions,
  Users,
  WarmUps,
  Waves,
] as const;

/** Collections whose documents carry effects. */
export const modelsWithEffects = [
  Agendas,
  ApiTokens,
  Awards,
  BadgeDesigns,
  CheckIns,
  Contacts,
  DoorPlans,
  Doors,
  Escorts,
  Events,
  FormalLetters,
  Guests,
  Memberships,
  MessageTemplates,
  Nominations,
  Organisations,
  PassKeys,
  Quorums,
  Radars,
  Recaps,
  Reports,
  SecretaryLinks,
  Seatings,
  Stages,
  Statements,
  StrayScans,
  Suppressions,
  Users,
  Waves,
] as const;

/** What is worthless once its time is over. */
export const perishables: readonly Perishable[] = [
  { model: SignInLinks, field: 'expires' },
  { model: GuestImports, field: 'expires' },
  { model: ImportRows, field: 'expires' },
  { model: InboundMails, field: 'expires' },
  { model: SoftBounces, field: 'expires' },
  {
    model: { modelName: 'RateLimit', collection: mongoose.connection.collection('rate-limits') },
    field: 'expire',
  },
];
