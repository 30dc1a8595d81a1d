import { z } from 'zod';
import { FieldModel } from '../../platform/http/form-fields.ts';
import { defineViews } from '../../platform/views/view-set.ts';

const UnitRow = z.object({
  unit: z.string(),
  summoned: z.number(),
  present: z.number(),
  substitutes: z.number(),
  excused: z.number(),
  unexcused: z.number(),
  share: z.string(),
});
export const UnitsModel = z.object({ units: z.array(UnitRow), total: UnitRow });

const Tab = z.object({ href: z.string(), label: z.string(), current: z.boolean() });
const Figure = z.object({ label: z.string(), value: z.string(), icon: z.string(), tone: z.string() });
const Problems = z.array(z.object({ href: z.string(), text: z.string() }));

export const QuorumModel = z.object({
  isReached: z.boolean(),
  tone: z.string(),
  title: z.string(),
  text: z.string(),
  rule: z.string(),
  of: z.string(),
  present: z.number(),
  needed: z.number(),
});

export const QuorumFormModel = z.object({
  action: z.string(),
  fields: z.object({ rule: FieldModel, value: FieldModel }),
  errors: Problems,
  rules: z.array(z.object({ value: z.string(), label: z.string() })),
  categories: z.array(z.object({ id: z.string(), label: z.string(), on: z.boolean() })),
});

export const LiveModel = z.object({
  title: z.string(),
  at: z.date(),
  isEmpty: z.boolean(),
  text: z.string(),
  textLocale: z.string(),
  tabs: z.array(Tab),
  figures: z.array(Figure),
  table: UnitsModel,
  print: z.string(),
  back: z.string(),
  quorum: QuorumModel.nullable(),
  quorumForm: QuorumFormModel.nullable(),
  isChoosing: z.boolean(),
  freeze: z
    .object({
      action: z.string(),
      id: z.string(),
      fields: z.object({ at: FieldModel, note: FieldModel }),
      errors: Problems,
      undecided: z.string(),
      reconciliation: z.string(),
    })
    .nullable(),
  frozen: z.array(
    z.object({
      href: z.string(),
      title: z.string(),
      at: z.date(),
      by: z.string(),
      note: z.string(),
      figures: z.string(),
      quorum: z.string(),
      tone: z.string(),
    }),
  ),
});

const Named = z.array(z.object({ name: z.string(), office: z.string() }));

export const FrozenModel = z.object({
  title: z.string(),
  event: z.string(),
  at: z.date(),
  frozenAt: z.date(),
  by: z.string(),
  note: z.string(),
  text: z.string(),
  textLocale: z.string(),
  tabs: z.array(Tab),
  figures: z.array(Figure),
  table: UnitsModel,
  quorum: QuorumModel.nullable(),
  absent: z.array(
    z.object({
      title: z.string(),
      units: z.array(
        z.object({
          unit: z.string(),
          people: z.array(z.object({ name: z.string(), position: z.string(), reason: z.string() })),
        }),
      ),
    }),
  ),
  since: z
    .object({
      isSame: z.boolean(),
      now: z.string(),
      came: z.string(),
      cameNames: Named,
      left: z.string(),
      leftNames: Named,
      hasCome: z.boolean(),
      hasLeft: z.boolean(),
    })
    .nullable(),
  fingerprint: z.string(),
  code: z.string(),
  check: z.string(),
  qr: z.string(),
  print: z.string(),
  pdfs: z.array(z.object({ href: z.string(), label: z.string() })),
  back: z.string(),
  own: z.string(),
});

const CheckModel = z.object({
  isIntact: z.boolean(),
  event: z.string(),
  title: z.string(),
  at: z.date(),
  frozenAt: z.date(),
  by: z.string(),
  texts: z.array(z.object({ locale: z.string(), language: z.string(), text: z.string() })),
  quorum: z.string(),
  fingerprint: z.string(),
  code: z.string(),
  publicKey: z.string(),
  signature: z.string(),
});

export const views = defineViews({
  'statements/index': LiveModel,
  'statements/sheet': LiveModel,
  'statements/frozen': FrozenModel,
  'statements/frozen-sheet': FrozenModel,
  'statements/check': CheckModel,
  'statements/unknown': z.object({}),
});
