import { z } from 'zod';
import { FieldModel } from '../../platform/http/form-fields.ts';
import { OtherVersionModel } from '../../platform/http/other-version.ts';
import { defineViews } from '../../platform/views/view-set.ts';

const Errors = z.array(z.object({ href: z.string(), text: z.string() }));
const Option = z.object({ value: z.string(), label: z.string(), selected: z.boolean() });
const Badge = z.object({ label: z.string(), tone: z.string(), icon: z.string() });
const Empty = z.object({
  icon: z.string(),
  title: z.string(),
  text: z.string(),
  href: z.string(),
  action: z.string(),
});
const Localised = z.object({ vi: FieldModel, en: FieldModel, ru: FieldModel });

const Row = z.object({
  id: z.string(),
  href: z.string(),
  panel: z.string(),
  current: z.boolean(),
  chooseLabel: z.string(),
  name: z.string(),
  otherName: z.string(),
  initials: z.string(),
  office: z.string(),
  delegation: z.string(),
  isHead: z.boolean(),
  isLifted: z.boolean(),
  category: Badge.nullable(),
  standing: Badge,
  /** Who comes instead, or what is not confirmed. */
  standingDetail: z.string(),
  arrived: z.string(),
  seat: z.string(),
});

export const ListModel = z.object({
  source: z.string(),
  tabs: z.array(z.object({ href: z.string(), label: z.string(), count: z.string(), current: z.boolean() })),
  rows: z.array(Row),
  previous: z.string(),
  next: z.string(),
  countText: z.string(),
  empty: Empty.nullable(),
  canEdit: z.boolean(),
  bulk: z.string(),
  /** Where passes are printed: of those ticked, and of everybody the list shows. */
  passes: z.object({ chosen: z.string(), list: z.string() }).nullable(),
  invite: z.string().nullable(),
  badges: z.string().nullable(),
  back: z.string(),
  categories: z.array(Option),
  noCategory: z.string(),
  canCancel: z.boolean(),
});

export const PanelModel = z.object({
  id: z.string(),
  title: z.string(),
  initials: z.string(),
  style: z.string(),
  badges: z.array(Badge),
  back: z.string(),
  actions: z
    .object({
      edit: z.string(),
      recordAnswer: z.string(),
      letter: z.string(),
      badge: z.string(),
      plan: z.string(),
      watch: z.string(),
      lift: z.string(),
      seat: z.string(),
      cancel: z.string(),
      restore: z.string(),
    })
    .nullable(),
  isCancelled: z.boolean(),
  pass: z
    .object({
      label: z.string(),
      text: z.string(),
      sheet: z.string(),
      reissue: z.string(),
      revoke: z.string(),
      restore: z.string(),
      /** Where a new one would be sent; empty where nobody can be reached, or it is not told yet that they come. */
      mailTo: z.string(),
    })
    .nullable(),
  names: z.array(z.object({ language: z.string(), locale: z.string(), name: z.string() })),
  pronunciation: z.string(),
  styles: z.array(z.object({ language: z.string(), locale: z.string(), text: z.string() })),
  rank: z.object({
    place: z.string(),
    neighbours: z.array(z.string()),
    because: z.array(z.string()),
    isLifted: z.boolean(),
    places: z.string(),
    reason: z.string(),
  }),
  facts: z.array(z.object({ label: z.string(), text: z.string() })),
  seat: z.string(),
  contact: z
    .object({
      email: z.string(),
      mailto: z.string(),
      phone: z.string(),
      tel: z.string(),
      directory: z.string(),
    })
    .nullable(),
  history: z.array(
    z.object({
      at: z.date(),
      icon: z.string(),
      tone: z.string(),
      text: z.string(),
      by: z.string(),
      /** The answer that holds, where one may take it back. */
      undo: z.object({ action: z.string(), seen: z.string() }).nullable(),
    }),
  ),
});

export const IndexModel = z.object({
  lead: z.string(),
  paths: z.object({
    list: z.string(),
    add: z.string(),
    fromDirectory: z.string(),
    imports: z.string(),
    delegations: z.string(),
  }),
  canEdit: z.boolean(),
  filter: z.object({
    tab: z.string(),
    q: z.string(),
    unit: z.string(),
    unitText: z.string(),
    withoutUnit: z.string(),
    categories: z.array(Option),
    languages: z.array(Option),
    sorts: z.array(Option),
    noEmail: z.boolean(),
    offersNoEmail: z.boolean(),
  }),
  list: ListModel,
  panel: PanelModel.nullable(),
});

export const FormModel = z.object({
  otherVersion: OtherVersionModel,
  title: z.string(),
  action: z.string(),
  back: z.string(),
  backLabel: z.string(),
  errors: Errors,
  id: z.string(),
  rev: z.string(),
  fields: z.object({
    name: z.object({
      vi: FieldModel,
      latin: FieldModel,
      ru: z.object({ family: FieldModel, given: FieldModel, patronymic: FieldModel }),
    }),
    addressForm: FieldModel,
    pronunciation: FieldModel,
    position: Localised,
    organisation: FieldModel,
    organisationName: Localised,
    delegation: FieldModel,
    headOfDelegation: FieldModel,
    email: FieldModel,
    phone: FieldModel,
    secretary: z.object({ name: FieldModel, email: FieldModel, phone: FieldModel, mail: FieldModel }),
    locale: FieldModel,
    nationality: FieldModel,
    category: FieldModel,
    side: FieldModel,
    seat: FieldModel,
    note: FieldModel,
    organisationTier: FieldModel,
    seniority: FieldModel,
  }),
  addressForms: z.array(Option),
  organisations: z.array(Option),
  secretaryMails: z.array(Option),
  locales: z.array(Option),
  categories: z.array(Option),
  sides: z.array(Option),
  tiers: z.array(Option),
  rankIsOpen: z.boolean(),
});

export const DirectoryModel = z.object({
  action: z.string(),
  search: z.string(),
  q: z.string(),
  back: z.string(),
  categories: z.array(Option),
  rows: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      otherName: z.string(),
      initials: z.string(),
      office: z.string(),
      isListed: z.boolean(),
      chooseLabel: z.string(),
    }),
  ),
  previous: z.string(),
  next: z.string(),
  empty: Empty.nullable(),
});

export const DelegationsModel = z.object({
  lead: z.string(),
  back: z.string(),
  source: z.string(),
  /** How many more there are than rows. */
  more: z.string(),
  rows: z.array(
    z.object({
      href: z.string(),
      name: z.string(),
      head: z.string(),
      total: z.number(),
      going: z.number(),
      silent: z.number(),
      declined: z.number(),
      arrived: z.number(),
    }),
  ),
});

export const views = defineViews({
  'guests/index': IndexModel,
  'guests/_list': ListModel,
  'guests/show': z.object({ panel: PanelModel, back: z.string() }),
  'guests/_panel': PanelModel,
  'guests/form': FormModel,
  'guests/from-directory': DirectoryModel,
  'guests/delegations': DelegationsModel,
  'guests/_delegations': DelegationsModel,
});
