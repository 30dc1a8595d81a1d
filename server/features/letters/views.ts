import { z } from 'zod';
import { FieldModel } from '../../platform/http/form-fields.ts';
import { defineViews } from '../../platform/views/view-set.ts';

const Errors = z.array(z.object({ href: z.string(), text: z.string() }));
const Option = z.object({ value: z.string(), label: z.string(), selected: z.boolean() });
const Hidden = z.array(z.object({ name: z.string(), value: z.string() }));

export const KindsModel = z.object({
  send: z.string(),
  canSend: z.boolean(),
  kinds: z.array(
    z.object({
      href: z.string(),
      icon: z.string(),
      label: z.string(),
      about: z.string(),
      isOwn: z.boolean(),
    }),
  ),
});

export const LetterView = z.object({
  subject: z.string(),
  lang: z.string(),
  paragraphs: z.array(z.array(z.string())),
  to: z.string(),
  missing: z.array(z.object({ href: z.string(), text: z.string() })),
});

export const FoundGuests = z.object({
  guests: z.array(
    z.object({ value: z.string(), name: z.string(), office: z.string(), selected: z.boolean() }),
  ),
});

export const EditModel = z.object({
  title: z.string(),
  about: z.string(),
  action: z.string(),
  preview: z.string(),
  search: z.string(),
  test: z.string(),
  forget: z.string(),
  back: z.string(),
  errors: Errors,
  fields: z.array(z.object({ mark: z.string(), label: z.string() })),
  languages: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      isOpen: z.boolean(),
      seen: z.object({ name: z.string(), value: z.string() }),
      fields: z.object({ subject: FieldModel, body: FieldModel }),
      theirs: z.object({ subject: z.string(), body: z.string() }).nullable(),
    }),
  ),
  found: FoundGuests,
  previewLanguages: z.array(Option),
  letter: LetterView,
});

const WaveLine = z.object({
  href: z.string(),
  name: z.string(),
  who: z.string(),
  when: z.string(),
  state: z.string(),
  tone: z.string(),
  reason: z.string(),
  channel: z.string(),
  isBegun: z.boolean(),
  written: z.string(),
  value: z.number(),
  max: z.number(),
  answered: z.string(),
});

export const WavesModel = z.object({
  source: z.string(),
  send: z.string(),
  canSend: z.boolean(),
  waves: z.array(WaveLine),
  suggestions: z.array(z.object({ href: z.string(), icon: z.string(), text: z.string(), when: z.string() })),
});

export const ReviewModel = z.object({
  action: z.string(),
  choose: z.string(),
  back: z.string(),
  letterHref: z.string(),
  errors: Errors,
  kinds: z.array(Option),
  audiences: z.array(Option),
  channels: z.array(Option),
  categories: z.array(Option),
  delegations: z.array(Option),
  waves: z.array(Option),
  answers: z.array(Option),
  carried: Hidden,
  hidden: Hidden,
  isDraft: z.boolean(),
  publish: z.string(),
  changes: z.array(z.string()),
  foreign: z.array(
    z.object({ text: z.string(), parts: z.array(z.object({ href: z.string(), label: z.string() })) }),
  ),
  isByHand: z.boolean(),
  canSend: z.boolean(),
  readyText: z.string(),
  exceptions: z.array(z.object({ href: z.string(), text: z.string() })),
  byHand: z.string(),
  hows: z.array(Option),
  at: FieldModel,
  atHint: z.string(),
  amount: FieldModel,
  units: z.array(Option),
  sides: z.array(Option),
  anchors: z.array(Option),
  canSchedule: z.boolean(),
  /** Nobody to write to now, but perhaps by then. */
  isForLater: z.boolean(),
  channelHint: z.string(),
  expects: z.string(),
  needsTyping: z.boolean(),
  button: z.string(),
  sendsMail: z.boolean(),
  letter: LetterView.nullable(),
});

export const WaveModel = z.object({
  source: z.string(),
  title: z.string(),
  lead: z.string(),
  back: z.string(),
  state: z.string(),
  tone: z.string(),
  when: z.string(),
  reason: z.string(),
  note: z.string(),
  isBegun: z.boolean(),
  written: z.object({ label: z.string(), value: z.number(), max: z.number(), text: z.string() }),
  stats: z.array(z.object({ label: z.string(), value: z.string(), tone: z.string(), href: z.string() })),
  pause: z.string(),
  resume: z.string(),
  cancel: z.string(),
  renewText: z.string(),
  mails: z.string(),
  sheet: z.string(),
  sheetCsv: z.string(),
  paper: z.string(),
});

export const WavePage = z.object({
  wave: WaveModel,
  letter: LetterView.nullable(),
  /** Its mails only land in the mailbox of this installation. */
  staysHere: z.boolean(),
});

export const PeopleModel = z.object({
  title: z.string(),
  back: z.string(),
  byHand: z.string(),
  guests: z.array(
    z.object({
      href: z.string(),
      name: z.string(),
      office: z.string(),
      standing: z.string(),
      tone: z.string(),
    }),
  ),
  previous: z.string(),
  next: z.string(),
});

export const SheetModel = z.object({
  title: z.string(),
  event: z.string(),
  back: z.string(),
  csv: z.string(),
  next: z.string(),
  rows: z.array(
    z.object({
      number: z.string(),
      name: z.string(),
      office: z.string(),
      phone: z.string(),
      standing: z.string(),
      code: z.string(),
    }),
  ),
});

export const views = defineViews({
  'letters/index': KindsModel,
  'letters/edit': EditModel,
  'letters/_letter': LetterView,
  'letters/_found': FoundGuests,
  'letters/preview': LetterView,
  'letters/waves': WavesModel,
  'letters/_waves': WavesModel,
  'letters/review': ReviewModel,
  'letters/_review': ReviewModel,
  'letters/wave': WavePage,
  'letters/_wave': WaveModel,
  'letters/exceptions': PeopleModel,
  'letters/sheet': SheetModel,
});
