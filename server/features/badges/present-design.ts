import {
  badgeAligns,
  badgeBacks,
  badgeFields,
  bandPlaces,
  nameChoices,
  orientations,
  qrPlaces,
  sizeChoices,
} from '../../../contract/badge/design.ts';
import { paperKinds } from '../../../contract/badge/sheet.ts';
import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { EventBadges } from '../../../models/badge-design.ts';
import { paths } from '../../paths.ts';
import type { FormState } from '../../platform/http/form.ts';
import { errorSummary, formFields } from '../../platform/http/form-fields.ts';
import { shownRev } from '../../platform/http/form-rows.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Access } from '../access/access.ts';
import { designFor } from './load-badges.ts';
import { LARGEST_LOGO } from './logo.ts';
import type { IndexModel, PreviewModel } from './views.ts';

export interface DesignFacts {
  access: Access;
  locale: Locale;
  badges: EventBadges;
  /** Whose design is open; '' for everybody's. */
  category: string;
  form: FormState | null;
  preview: PreviewModel;
}

export function designModel(facts: DesignFacts): IndexModel {
  const { access, locale, badges, category, form, preview } = facts;
  const { event } = access;
  const stored = designFor(badges, category);
  const { fields: shown, category: _category, ...design } = stored;
  const typed = form && new Set([form.values['fields'] ?? []].flat());
  return {
    paths: {
      save: paths.badges(event),
      preview: paths.badgePreview(event),
      print: paths.badgesToPrint(event),
      station: paths.printStation(event),
    },
    tabs: tabsOf(facts),
    category,
    rev: shownRev(form, badges.rev),
    isOwn: category !== '' && stored.category === category,
    isCategory: category !== '',
    errors: errorSummary(form),
    fields: formFields({ ...design, paper: { ...badges.paper } }, form),
    options: optionsIn(locale),
    shown: badgeFields.map((value) => ({
      value,
      label: translate(locale, `badges.field.${value}`),
      on: typed ? typed.has(value) : shown.includes(value),
    })),
    preview,
    logo: logoModel(facts),
  };
}

function tabsOf({ access: { event }, locale, badges, category }: DesignFacts): IndexModel['tabs'] {
  const own = new Set(badges.designs.map((design) => design.category));
  const label = (id: string, name: string) =>
    own.has(id) ? translate(locale, 'badges.own-look', { category: name }) : name;
  return [
    { href: paths.badges(event), label: translate(locale, 'badges.everybody'), current: category === '' },
    ...event.categories.map(({ id, title }) => ({
      href: `${paths.badges(event)}?category=${encodeURIComponent(id)}`,
      label: label(id, inLocale(title, locale)),
      current: category === id,
    })),
  ];
}

/** The fields of the form say which of them is chosen. */
function optionsIn(locale: Locale): IndexModel['options'] {
  const of = <T extends string>(values: readonly T[], label: (value: T) => string) =>
    values.map((value) => ({ value, label: label(value), selected: false }));
  return {
    size: of(sizeChoices, (value) => translate(locale, `badges.size.${value}`)),
    orientation: of(orientations, (value) => translate(locale, `badges.orientation.${value}`)),
    band: of(bandPlaces, (value) => translate(locale, `badges.band.${value}`)),
    qr: of(qrPlaces, (value) => translate(locale, `badges.qr.${value}`)),
    align: of(badgeAligns, (value) => translate(locale, `badges.align.${value}`)),
    names: of(nameChoices, (value) => translate(locale, `badges.names.${value}`)),
    back: of(badgeBacks, (value) => translate(locale, `badges.back.${value}`)),
    paper: of(paperKinds, (value) => translate(locale, `badges.paper.${value}`)),
  };
}

function logoModel({ access: { event }, locale, badges }: DesignFacts): IndexModel['logo'] {
  return {
    action: paths.badgeLogo(event),
    remove: paths.removeBadgeLogo(event),
    image: badges.logo ? `${paths.badgeLogo(event)}?rev=${badges.rev}` : '',
    hint: translate(locale, 'badges.logo-hint', { kilobytes: LARGEST_LOGO / 1000 }),
  };
}
