import type { Conference } from '../../../models/event.ts';
import type { EventFile, EventFileInput } from '../../../server/features/exchange/format.ts';
import { readEventJson } from '../../../server/features/exchange/read-event-file.ts';
import { runImport } from '../../../server/features/exchange/run-import.ts';

const system = { kind: 'system', id: 'system', name: 'Rostrum' } as const;
export const at = '2027-01-05T02:00:00.000Z';

/** An event in the middle of its campaign. */
export const campaign: EventFileInput = {
  format: 'rostrum-event',
  version: 1,
  event: {
    slug: 'campaign',
    type: 'year-end-review',
    state: 'published',
    title: { vi: 'Hội nghị tổng kết' },
    host: { name: { vi: 'Viện' } },
    days: ['2099-01-20'],
    startsAt: '08:00',
    replyForm: {
      questions: [
        {
          ref: 'bus',
          kind: 'one',
          label: { vi: 'Quý vị có đi xe chung?' },
          categories: ['delegate'],
          options: [{ ref: 'yes', label: { vi: 'Có' } }],
        },
        { ref: 'gone', kind: 'short', label: { vi: 'Câu hỏi cũ' }, removed: true },
      ],
    },
    categories: [{ ref: 'delegate', title: { vi: 'Đại biểu' }, order: 1 }],
  },
  organisations: [{ ref: 'unit', name: { vi: 'Xí nghiệp Khai thác' } }],
  guests: [
    {
      ref: 'an',
      name: { vi: 'Nguyễn An' },
      typedIn: true,
      category: 'delegate',
      email: 'an@unit.example',
    },
    { ref: 'binh', name: { vi: 'Trần Bình' }, typedIn: true, email: 'binh@unit.example' },
  ],
  answers: [
    {
      guest: 'an',
      invitation: { wave: 1, sentAt: at, channel: 'hand' },
      answer: { kind: 'attending', channel: 'staff', at, beforeChange: true },
      waves: [1],
    },
  ],
  seating: {
    areas: [{ ref: 'hall', kind: 'rows', name: {}, prefix: '', rows: 2, seats: 4 }],
    seats: [{ seat: 'hall:1:1', guest: 'an' }],
  },
  doorPlan: {
    lists: [
      { ref: 'meal', name: { vi: 'Tiệc' }, kind: 'meal', rule: 'times', times: 2, requires: 'event' },
      {
        ref: 'day-1',
        name: { vi: 'Ngày 1' },
        kind: 'day',
        opensAt: '2027-03-01T00:00:00Z',
        categories: ['delegate'],
        requires: 'meal',
      },
    ],
    gates: [{ ref: 'gate-a', name: 'Cửa A', categories: ['delegate'] }],
    profiles: [{ ref: 'main', name: 'Cửa chính', gate: 'gate-a', lists: ['event', 'meal', 'day-1'] }],
  },
  checkIns: [
    { guest: 'an', passages: [{ at: '2027-03-01T01:00:00Z' }] },
    {
      guest: 'an',
      list: 'meal',
      passages: [{ at: '2027-03-01T05:00:00Z', offline: true }, { at: '2027-03-01T05:30:00Z' }],
    },
  ],
  letters: [{ kind: 'reminder', vi: { subject: 'Nhắc', body: 'Kính mong Quý vị trả lời.' } }],
  formalLetter: { letterhead: 'state', number: '12', symbol: 'TTCNTT', purpose: { vi: 'Tổng kết năm' } },
  waves: [
    {
      number: 1,
      kind: 'invitation',
      channel: 'hand',
      selection: { who: 'not-invited' },
      moment: { how: 'now' },
      state: 'done',
      by: 'Lan',
      plannedAt: at,
      startedAt: at,
      writtenAt: at,
      doneAt: at,
    },
    {
      number: 2,
      kind: 'reminder',
      selection: { who: 'guests', guests: ['an', 'binh'] },
      moment: { how: 'before', amount: 3 },
      state: 'paused',
      plannedAt: at,
    },
  ],
  nominations: [
    {
      organisation: 'unit',
      name: { vi: 'Xí nghiệp Khai thác' },
      quota: 3,
      category: 'delegate',
      deadline: '2099-01-10T16:59:00.000Z',
      secretary: { name: 'Hoa', email: 'hoa@unit.example' },
      nominees: [
        { name: { vi: 'Nguyễn An' }, state: 'accepted', addedAt: at, changedAt: at, guest: 'an' },
        { name: { vi: 'Lê Chi' }, addedAt: at, changedAt: at, replaces: 1 },
      ],
    },
  ],
};

export function readFile(input: EventFileInput): EventFile {
  const { file, problems } = readEventJson(input);
  if (!file) throw new Error(JSON.stringify(problems));
  return file;
}

/** The same in the database; its unit may have been given other terms. */
export async function importedCampaign(terms: object = {}, slug = 'campaign'): Promise<Conference> {
  const [unit] = campaign.nominations ?? [];
  if (!unit) throw new Error('The campaign asks no unit');
  return runImport(system, readFile({ ...campaign, nominations: [{ ...unit, ...terms }] }), { slug });
}
