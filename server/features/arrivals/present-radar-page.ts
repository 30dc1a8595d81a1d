import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { escortStatuses } from '../../../contract/radar.ts';
import type { Escort } from '../../../models/escort.ts';
import { paths } from '../../paths.ts';
import { errorSummary, formFields } from '../../platform/http/form-fields.ts';
import type { FormState } from '../../platform/http/form.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { newId } from '../../platform/new-id.ts';
import { can } from '../access/access.ts';
import type { Reading } from './present.ts';
import { watchedModel } from './present-radar.ts';
import type { WatchedGuest } from './radar.ts';
import type { RadarPageModel } from './views.ts';

type Model = z.input<typeof RadarPageModel>;

export interface RadarFacts {
  watched: readonly WatchedGuest[];
  escorts: readonly Escort[];
  /** An escort's own link. */
  linkOf: (escort: Escort) => string;
  /** Forms that came back. */
  first: FormState | null;
  adding: FormState | null;
}

export function radarPageModel(facts: RadarFacts, reading: Reading): Model {
  const { event } = reading.access;
  const canEdit = can(reading.access, 'arrivals.watch');
  const first = formFields({ count: '10' }, facts.first);
  return {
    back: paths.attendance(event),
    first: canEdit
      ? { action: paths.watchFirst(event), field: first.count, errors: errorSummary(facts.first) }
      : null,
    guests: facts.watched.map((each) => guestModel(each, facts, { ...reading, canEdit })),
    escorts: canEdit ? facts.escorts.map((each) => escortModel(each, facts, reading)) : [],
    add: canEdit
      ? {
          action: paths.escorts(event),
          id: newId(),
          fields: formFields({ name: '', phone: '' }, facts.adding),
          errors: errorSummary(facts.adding),
        }
      : null,
  };
}

function guestModel(
  watched: WatchedGuest,
  { escorts }: RadarFacts,
  { canEdit, ...reading }: Reading & { canEdit: boolean },
): Model['guests'][number] {
  const { event } = reading.access;
  const model = watchedModel(watched, reading);
  const { name } = model;
  return {
    ...model,
    canEdit,
    report: paths.radarStatus(event, watched.guest),
    reportLabel: translate(reading.locale, 'arrivals.say-of', { name }),
    stepId: randomUUID(),
    statuses: escortStatuses.map((value) => ({
      value,
      label: translate(reading.locale, `arrivals.status.${value}`),
      selected: value === watched.status,
    })),
    stop: paths.stopWatching(event, watched.guest),
    giveEscort: paths.giveEscort(event, watched.guest),
    escortLabel: translate(reading.locale, 'arrivals.escort-of', { name }),
    options: escorts.map((escort) => ({
      value: String(escort._id),
      label: escort.name,
      selected: watched.escort?.id === String(escort._id),
    })),
  };
}

function escortModel(
  escort: Escort,
  { watched, linkOf }: RadarFacts,
  { access, locale }: Reading,
): Model['escorts'][number] {
  const { name, phone, linkHash } = escort;
  const isActive = linkHash !== '';
  const count = watched.filter((each) => each.escort?.id === String(escort._id)).length;
  return {
    name,
    phone,
    count: translate(locale, 'arrivals.escort-count', { count }),
    link: isActive ? linkOf(escort) : '',
    copyLabel: translate(locale, 'arrivals.copy-link', { name }),
    action: paths.escort(access.event, escort),
    isActive,
  };
}
