import { z } from 'zod';
import { FieldModel } from '../../platform/http/form-fields.ts';
import { defineViews } from '../../platform/views/view-set.ts';

const Errors = z.array(z.object({ href: z.string(), text: z.string() }));
const Option = z.object({ value: z.string(), label: z.string(), selected: z.boolean() });
const OptionGroup = z.object({ label: z.string(), options: z.array(Option) });
const Stage = z.object({
  number: z.number(),
  label: z.string(),
  state: z.string(),
  isDone: z.boolean(),
  isCurrent: z.boolean(),
  href: z.string(),
});
const Tab = z.object({ href: z.string(), label: z.string(), count: z.string(), current: z.boolean() });
const Badge = z.object({ label: z.string(), tone: z.string(), icon: z.string() });
const Empty = z.object({
  icon: z.string(),
  title: z.string(),
  text: z.string(),
  href: z.string(),
  action: z.string(),
});
const Stages = z.array(Stage);

export const NewModel = z.object({
  stages: Stages,
  action: z.string(),
  back: z.string(),
  past: z.string(),
  errors: Errors,
  fields: z.object({ file: FieldModel, text: FieldModel }),
  pasteIsOpen: z.boolean(),
});

export const ColumnsModel = z.object({
  stages: Stages,
  file: z.string(),
  action: z.string(),
  readAgain: z.string(),
  discard: z.string(),
  errors: Errors,
  /** Said where rows were mended that a new check would forget. */
  warning: z.string(),
  readIsOpen: z.boolean(),
  sheets: z.array(Option),
  encodings: z.array(Option),
  delimiters: z.array(Option),
  fields: z.object({ sheet: FieldModel, encoding: FieldModel, delimiter: FieldModel, header: FieldModel }),
  twoRows: z.boolean(),
  columns: z.array(
    z.object({
      id: z.string(),
      letter: z.string(),
      title: z.string(),
      groups: z.array(OptionGroup),
      ignored: z.boolean(),
      samples: z.array(z.string()),
    }),
  ),
});

const Cell = z.object({
  id: z.string(),
  field: z.string(),
  label: z.string(),
  value: z.string(),
  isWrong: z.boolean(),
  isAsked: z.boolean(),
  describedBy: z.string(),
  options: z.array(Option).nullable(),
});

const Matter = z.object({
  id: z.string(),
  isError: z.boolean(),
  /** Where it can be mended by hand. */
  cell: z.string(),
  label: z.string(),
  text: z.string(),
  source: z.string(),
  place: z.string(),
  fix: z.string(),
  leave: z.string(),
  split: z.string(),
});

const Match = z.object({
  title: z.string(),
  /** Why somebody was found; said of each where there are several. */
  by: z.string(),
  isAsked: z.boolean(),
  isSeveral: z.boolean(),
  people: z.array(
    z.object({ id: z.string(), title: z.string(), by: z.string(), label: z.string(), current: z.boolean() }),
  ),
  rows: z.array(
    z.object({
      label: z.string(),
      here: z.string(),
      there: z.array(z.object({ text: z.string(), differs: z.boolean() })),
    }),
  ),
  more: z.string(),
  choices: z.array(z.object({ value: z.string(), label: z.string(), current: z.boolean() })),
});

const Row = z.object({
  id: z.string(),
  number: z.string(),
  action: z.string(),
  back: z.string(),
  plan: Badge,
  state: z.string(),
  saveLabel: z.string(),
  cells: z.array(Cell),
  width: z.number(),
  hasMore: z.boolean(),
  matters: z.array(Matter),
  notes: z.array(z.string()),
  match: Match.nullable(),
  canSkip: z.boolean(),
  isSkipped: z.boolean(),
});

export const StateModel = z.object({
  tabs: z.array(Tab),
  many: z.string(),
  back: z.string(),
  matters: z.array(
    z.object({
      matter: z.string(),
      count: z.string(),
      text: z.string(),
      href: z.string(),
      current: z.boolean(),
      answers: z.array(z.object({ value: z.string(), label: z.string() })),
      values: z.array(
        z.object({
          text: z.string(),
          label: z.string(),
          options: z.array(z.object({ value: z.string(), label: z.string() })),
        }),
      ),
      moreValues: z.string(),
    }),
  ),
});

export const RowsModel = z.object({
  stages: Stages,
  lead: z.string(),
  file: z.string(),
  errors: Errors,
  next: z.string(),
  discard: z.string(),
  state: StateModel,
  headings: z.array(z.string()),
  rows: z.array(Row),
  previousPage: z.string(),
  nextPage: z.string(),
  empty: Empty.nullable(),
});

export const SavedModel = z.object({ headings: z.array(z.string()), rows: z.array(Row), state: StateModel });

const Stat = z.object({ label: z.string(), value: z.string(), icon: z.string(), tone: z.string() });
const Left = z.object({ number: z.string(), name: z.string(), reasons: z.array(z.string()) });

export const SummaryModel = z.object({
  stages: Stages,
  back: z.string(),
  discard: z.string(),
  action: z.string(),
  sentence: z.string(),
  stats: z.array(Stat),
  questions: z.string(),
  leftText: z.string(),
  left: z.array(Left),
  leftMore: z.string(),
  mend: z.string(),
  xlsx: z.string(),
  csv: z.string(),
  errors: Errors,
  expects: z.string(),
  needsTyping: z.boolean(),
  button: z.string(),
  isReady: z.boolean(),
});

export const ShowModel = z.object({
  source: z.string(),
  stages: Stages,
  file: z.string(),
  isWorking: z.boolean(),
  /** Where a work that was given up is tried again. */
  resume: z.string(),
  /** Where the draft is looked at, once it is read. */
  onward: z.string(),
  isUndone: z.boolean(),
  heading: z.string(),
  done: z.string(),
  total: z.string(),
  progress: z.string(),
  by: z.string(),
  at: z.date().nullable(),
  stats: z.array(Stat),
  keptTitle: z.string(),
  /** What has come back when it was taken back. */
  told: z.array(z.object({ icon: z.string(), text: z.string() })),
  kept: z.array(
    z.object({
      name: z.string(),
      href: z.string(),
      reason: z.string(),
      edit: z.object({ text: z.string(), by: z.string(), at: z.date() }).nullable(),
    }),
  ),
  xlsx: z.string(),
  csv: z.string(),
  guests: z.string(),
  here: z.string(),
  undo: z.string(),
  undoTold: z.array(z.string()),
  undoIsLate: z.boolean(),
});

export const ListModel = z.object({
  add: z.string(),
  back: z.string(),
  rows: z.array(
    z.object({
      href: z.string(),
      file: z.string(),
      at: z.date(),
      by: z.string(),
      state: Badge,
      counts: z.string(),
      undo: z.string(),
    }),
  ),
  empty: Empty.nullable(),
});

export const views = defineViews({
  'imports/new': NewModel,
  'imports/columns': ColumnsModel,
  'imports/rows': RowsModel,
  'imports/_saved': SavedModel,
  'imports/summary': SummaryModel,
  'imports/show': ShowModel,
  'imports/_progress': ShowModel,
  'imports/index': ListModel,
});
