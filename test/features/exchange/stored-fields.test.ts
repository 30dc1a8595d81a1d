import { expect } from 'chai';
import type { Schema } from 'mongoose';
import { Agendas } from '../../../models/agenda.ts';
import { Awards } from '../../../models/award.ts';
import { CheckIns } from '../../../models/check-in.ts';
import { Events } from '../../../models/event.ts';
import { Guests } from '../../../models/guest.ts';
import { Organisations } from '../../../models/organisation.ts';
import { Recaps } from '../../../models/recap.ts';
import { Reports } from '../../../models/report.ts';
import { Seatings } from '../../../models/seating.ts';
import { Stages } from '../../../models/stage.ts';

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
      invitation.wave invitation.sentAt invitation.remindedAt answer.kind answer.channel answer.by answer.at
      answer.note answer.substitute answer.said answer.trust answer.details answer.provisional answer.refusal answers secretary
      standsFor replacedBy`,
    stays: `event standing order code arrivedAt words contactWords sortKey invitation.linkRevision invitation.linkHash
      invitation.uid invitation.sequence answer.key answer.sequence draft`,
  },
  { model: Agendas, exchanged: 'items', stays: '' },
  { model: Reports, exchanged: 'figures tasks documents delegations', stays: '' },
  { model: Awards, exchanged: 'ref order title decision recipients presenter announcedAt', stays: 'event' },
  { model: Recaps, exchanged: 'state headline lead body photos credits draftedAt publishedAt', stays: '' },
  { model: Seatings, exchanged: 'areas seats', stays: 'steps' },
  { model: Stages, exchanged: 'running startedAt runs introduced message', stays: '' },
  {
    model: CheckIns,
    exchanged: `guest passages.kind passages.target passages.at passages.deviceAt passages.door passages.seq
      passages.by passages.method passages.substitute passages.override`,
    stays: 'event list passages.id admission doubles',
  },
  { model: Organisations, exchanged: 'ref name short parent tier', stays: 'words sortKey archivedAt' },
];

describe('what is stored of an event', () => {
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
