import { expect } from 'chai';
import type { Schema } from 'mongoose';
import { Agendas } from '../../../models/agenda.ts';
import { Awards } from '../../../models/award.ts';
import { BadgeDesigns } from '../../../models/badge-design.ts';
import { CheckIns } from '../../../models/check-in.ts';
import { DoorPlans } from '../../../models/door-plan.ts';
import { Events } from '../../../models/event.ts';
import { FormalLetters } from '../../../models/formal-letter.ts';
import { Guests } from '../../../models/guest.ts';
import { MessageTemplates } from '../../../models/message-template.ts';
import { Nominations } from '../../../models/nomination.ts';
import { Organisations } from '../../../models/organisation.ts';
import { Recaps } from '../../../models/recap.ts';
import { Reports } from '../../../models/report.ts';
import { Seatings } from '../../../models/seating.ts';
import { Stages } from '../../../models/stage.ts';
import { Waves } from '../../../models/wave.ts';
import { models } from '../../../server/models.ts';

interface Stored {
  model: { modelName: string; schema: Schema };
  /** Goes into an event file, under this or another name. */
  exchanged: string;
  /** Is computed, a secret, or belongs to this place. */
  stays: string;
}

const housekeeping = '_id rev effects createdAt updatedAt __v';

const stored: readonly Stored[] = [
  {
    model: Events,
    exchanged: `slug type state title motto summary host days startsAt endsAt partOfDay timeZone venue dressCode
      sessions categories ladder capacity replyBy defaultLocale letter contact inviter replyForm background
      reportedHeadcount publishedAt`,
    stays: 'shortId clonedFrom createdBy words',
  },
  {
    model: Guests,
    exchanged: `name addressForm position organisation organisationName email phone locale pronunciation nationality
      ref contact state category side delegation headOfDelegation tiers organisationTier seniority lift seat note
      invitation.wave invitation.sentAt invitation.remindedAt invitation.channel waves answer.kind answer.channel answer.by answer.at
      answer.note answer.substitute answer.said answer.trust answer.details answer.provisional answer.refusal answer.takenBack answer.beforeChange
      answers secretary
      standsFor replacedBy`,
    stays: `event standing order code arrivedAt words contactWords sortKey invitation.linkRevision invitation.linkHash
      invitation.uid invitation.sequence invitation.told invitation.timeSequence invitation.withdrawnAt answer.key
      answer.sequence draft pass`,
  },
  { model: Agendas, exchanged: 'items', stays: '' },
  { model: Reports, exchanged: 'figures tasks documents delegations', stays: '' },
  { model: Awards, exchanged: 'ref order title decision recipients presenter announcedAt', stays: 'event' },
  { model: BadgeDesigns, exchanged: 'designs paper logo', stays: '' },
  { model: Recaps, exchanged: 'state headline lead body photos credits draftedAt publishedAt', stays: '' },
  { model: Seatings, exchanged: 'areas seats', stays: 'steps' },
  { model: Stages, exchanged: 'running startedAt runs introduced message', stays: '' },
  {
    model: CheckIns,
    exchanged: `guest list passages.kind passages.target passages.at passages.deviceAt passages.door passages.seq
      passages.by passages.method passages.substitute passages.override passages.place passages.offline
      passages.uncertain
      decisions.about decisions.of decisions.kind decisions.who decisions.note decisions.stands decisions.by decisions.at`,
    stays: 'event passages.id admission doubles decisions.id companions changedAt',
  },
  { model: DoorPlans, exchanged: 'lists gates profiles', stays: '' },
  { model: MessageTemplates, exchanged: 'kind texts', stays: 'event' },
  {
    model: FormalLetters,
    exchanged: 'letterhead superior unit number symbol place date purpose closing signer copies code shared',
    stays: '',
  },
  {
    model: Waves,
    exchanged: `number kind channel selection.who selection.category selection.delegation selection.wave
      selection.answered selection.guests moment.how moment.at moment.amount moment.unit moment.of state expected texts by startedAt writtenAt doneAt`,
    stays: 'event pausedFrom reason due leaseUntil token cursor found told takenBackAt',
  },
  {
    model: Nominations,
    exchanged: `organisation name asDelegation quota category side position note deadline secretary locale state
      submittedAt sentAt remindedAt activeAt nominees.name nominees.addressForm nominees.position nominees.office
      nominees.email nominees.phone nominees.needs nominees.state nominees.remark nominees.replaces nominees.addedAt
      nominees.changedAt nominees.guest`,
    stays: 'event unitKey linkRevision linkHash lastMark sortKey nominees.id nominees.form',
  },
  { model: Organisations, exchanged: 'ref name short parent tier', stays: 'words sortKey archivedAt' },
];

/** Collections of which nothing goes into an event file, and why. */
const elsewhere: Readonly<Record<string, string>> = {
  ApiToken: 'a secret of this place',
  AuditEntry: 'what was done here, by accounts of this place',
  Contact: 'the directory; a guest holds what was true at the event',
  Door: 'devices of this place, with their keys',
  Escort: 'people of the day, with their links',
  GuestImport: 'a table at work, with what undoing it needs here',
  ImportMemory: 'what columns are called in the lists of a unit, whatever the event',
  ImportRow: 'a table at work, with what undoing it needs here',
  ImportRun: 'the intent of an import of this place',
  InboundMail: 'mails as they came in here; the answers in them are with the guests',
  InboundMailbox: 'how far the mailbox of this place was read',
  MailLane: 'the pace of the mail of this place',
  Membership: 'accounts of this place',
  OutboxMail: 'mails as they left here; what was sent to whom is with guests and waves',
  PassKey: 'keys of this place; an imported event has other codes, another mark and keys of its own',
  PrintJob: 'badges as they came out of the printers of this place',
  PutOff: 'who has put off what at this desk',
  Quorum: 'what is asked for is decided anew where the event is held',
  Radar: 'where people were on the day, as their escorts said',
  Scan: 'read codes of this place; admissions are with the check-ins',
  SecretaryLink: 'a secret; who answers for whom is with the guests',
  SignInLink: 'a secret of this place',
  SoftBounce: 'addresses as the mail of this place found them',
  Statement: 'signed by the key of this place; anywhere else it would prove nothing',
  StrayScan: 'passages of guests this place does not know; they wait for their guest',
  Suppression: 'addresses as the mail of this place found them',
  User: 'accounts of this place',
  WarmUp: 'the reputation of this place',
};

describe('what is stored of an event', () => {
  it('is decided for each collection', () => {
    const inFiles = new Set(stored.map(({ model }) => model.modelName));
    const names = models.map(({ modelName }) => modelName);
    const decided = [...inFiles, ...Object.keys(elsewhere)];
    expect(names.toSorted(), 'decide which of these belong into event files').to.deep.equal(
      decided.toSorted(),
    );
  });

  for (const { model, exchanged, stays } of stored) {
    it(`${model.modelName}: each field goes into event files, or is known to stay here`, () => {
      const decided = wordsOf(`${exchanged} ${stays} ${housekeeping}`);
      const unfolded = new Set(
        decided.filter((path) => path.includes('.')).map((path) => path.split('.')[0]),
      );
      const paths = Object.entries(model.schema.paths).flatMap(([path, type]) =>
        unfolded.has(path)
          ? Object.keys(type.schema?.paths ?? {}).map((inner) => `${path}.${inner}`)
          : [path],
      );
      const undecided = paths.filter(
        (path) => !decided.some((one) => path === one || path.startsWith(`${one}.`)),
      );
      expect(undecided, 'decide whether these belong into event files').to.deep.equal([]);
    });
  }
});

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}
