import { z } from 'zod';
import { FieldModel } from '../../platform/http/form-fields.ts';
import { defineViews } from '../../platform/views/view-set.ts';

const Errors = z.array(z.object({ href: z.string(), text: z.string() }));
const Option = z.object({ value: z.string(), label: z.string(), selected: z.boolean() });
const Badge = z.object({ label: z.string(), tone: z.string(), icon: z.string() });

const PersonForm = z.object({
  action: z.string(),
  id: z.string(),
  errors: Errors,
  /** Offers to say that this is somebody else of the same name. */
  asksAnother: z.boolean(),
  fields: z.object({
    name: FieldModel,
    addressForm: FieldModel,
    position: FieldModel,
    office: FieldModel,
    email: FieldModel,
    phone: FieldModel,
    needs: FieldModel,
    another: FieldModel,
  }),
  addressForms: z.array(Option),
  button: z.string(),
});

const Heading = z.object({
  host: z.string(),
  title: z.string(),
  unit: z.string(),
  when: z.string(),
  where: z.string(),
});

const Contact = z
  .object({ name: z.string(), phone: z.string(), tel: z.string(), email: z.string() })
  .nullable();

const Naming = z.object({
  heading: Heading,
  contact: Contact,
  line: z.object({ text: z.string(), tone: z.string(), icon: z.string() }),
  over: z.string(),
  named: z.number(),
  quota: z.number(),
  wishes: z.array(z.object({ label: z.string(), text: z.string() })),
  people: z.array(
    z.object({
      number: z.number(),
      name: z.string(),
      office: z.string(),
      reach: z.string(),
      needs: z.string(),
      badge: Badge,
      remark: z.string(),
      replaces: z.string(),
      edit: z.string(),
      remove: z.string(),
      removeLabel: z.string(),
      replace: z.string(),
    }),
  ),
  form: PersonForm.nullable(),
  /** That what was typed is not lost, though it is too late. */
  kept: z.string(),
  submit: z.string(),
  submitText: z.string(),
  closedText: z.string(),
});

export const views = defineViews({
  'nominations/naming': Naming,
  'nominations/person': z.object({
    heading: Heading,
    title: z.string(),
    lead: z.string(),
    back: z.string(),
    form: PersonForm,
    contact: Contact,
  }),
  'nominations/submit': z.object({
    heading: Heading,
    action: z.string(),
    back: z.string(),
    errors: Errors,
    count: z.string(),
    people: z.array(z.object({ name: z.string(), office: z.string() })),
    happens: z.array(z.string()),
    warning: z.string(),
  }),
  'nominations/lost': z.object({}),
});
