import { z } from 'zod';
import { FieldModel } from '../../platform/http/form-fields.ts';
import { defineViews } from '../../platform/views/view-set.ts';

const Errors = z.array(z.object({ href: z.string(), text: z.string() }));
const Option = z.object({ value: z.string(), label: z.string(), selected: z.boolean() });
const Badge = z.object({ label: z.string(), tone: z.string(), icon: z.string() });
const Stat = z.object({
  label: z.string(),
  value: z.string(),
  icon: z.string(),
  tone: z.string(),
  note: z.string(),
});

const Table = z.object({
  stats: z.array(Stat),
  rows: z.array(
    z.object({
      href: z.string(),
      name: z.string(),
      secretary: z.string(),
      named: z.number(),
      quota: z.number(),
      seats: z.string(),
      gap: z.string(),
      over: z.string(),
      waiting: z.string(),
      state: Badge,
      activity: z.string(),
      deadline: z.string(),
      isLate: z.boolean(),
    }),
  ),
  ask: z.string(),
});

const terms = {
  quota: FieldModel,
  category: FieldModel,
  side: FieldModel,
  position: FieldModel,
  note: FieldModel,
  deadline: FieldModel,
  locale: FieldModel,
  asDelegation: FieldModel,
};
const choices = {
  categories: z.array(Option),
  sides: z.array(Option),
  locales: z.array(Option),
};

const Ask = z.object({
  action: z.string(),
  back: z.string(),
  errors: Errors,
  fields: z.object({ ...terms, lines: FieldModel }),
  ...choices,
  units: z.array(Option.extend({ note: z.string() })),
});

const Edit = z.object({
  title: z.string(),
  action: z.string(),
  back: z.string(),
  errors: Errors,
  rev: z.string(),
  fields: z.object({
    ...terms,
    unit: FieldModel,
    secretary: z.object({ name: FieldModel, email: FieldModel, phone: FieldModel }),
  }),
  ...choices,
});

const Nominee = z.object({
  id: z.string(),
  anchor: z.string(),
  name: z.string(),
  office: z.string(),
  email: z.string(),
  phone: z.string(),
  tel: z.string(),
  needs: z.string(),
  badges: z.array(Badge),
  /** In whose place. */
  replaces: z.string(),
  remark: z.string(),
  resemblance: z.object({ text: z.string(), href: z.string() }).nullable(),
  guest: z.string(),
  canDecide: z.boolean(),
  accept: z.string(),
  acceptLabel: z.string(),
  return: z.string(),
  returnLabel: z.string(),
});

const Unit = z.object({
  source: z.string(),
  line: z.string(),
  tone: z.string(),
  hint: z.string(),
  nominees: z.array(Nominee),
  acceptAll: z.object({ action: z.string(), label: z.string() }).nullable(),
  emptyText: z.string(),
});

const Show = z.object({
  title: z.string(),
  lead: z.string(),
  back: z.string(),
  edit: z.string(),
  unit: Unit,
  facts: z.array(z.object({ label: z.string(), text: z.string() })),
  link: z
    .object({ address: z.string(), text: z.string(), mail: z.string(), mark: z.string(), unit: z.string() })
    .nullable(),
  canMail: z.boolean(),
  mailLabel: z.string(),
  step: z.string(),
  isClosed: z.boolean(),
  isRevoked: z.boolean(),
  /** Why there is no link. */
  noLink: z.string(),
});

const Write = z.object({
  action: z.string(),
  back: z.string(),
  mark: z.string(),
  errors: Errors,
  button: z.string(),
  groups: z.array(
    z.object({
      title: z.string(),
      text: z.string(),
      units: z.array(
        z.object({
          id: z.string(),
          href: z.string(),
          name: z.string(),
          detail: z.string(),
          canChoose: z.boolean(),
          isChosen: z.boolean(),
        }),
      ),
    }),
  ),
  isEmpty: z.boolean(),
  /** Where units are asked first; empty once any has been. */
  ask: z.string(),
  sendsMail: z.boolean(),
});

export const views = defineViews({
  'nominations/index': z.object({
    lead: z.string(),
    ask: z.string(),
    write: z.string(),
    source: z.string(),
    table: Table,
  }),
  'nominations/_table': Table,
  'nominations/ask': Ask,
  'nominations/edit': Edit,
  'nominations/show': Show,
  'nominations/_unit': Unit,
  'nominations/write': Write,
});
