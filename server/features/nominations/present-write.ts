import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import { paths } from '../../paths.ts';
import { errorSummary } from '../../platform/http/form-fields.ts';
import type { FormState } from '../../platform/http/form.ts';
import { formatRelative } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { ViewModel } from '../../platform/views/view-set.ts';
import type { Access } from '../access/access.ts';
import { deadlineText } from './present-words.ts';
import { type Reason, type Reviewed, reviewUnits } from './review-units.ts';
import type { ListedUnit } from './nomination-list.ts';
import { seatsOf } from './seats.ts';
import type { views } from './views.ts';

type Write = ViewModel<typeof views, 'nominations/write'>;
type Choice = Write['groups'][number]['units'][number];

const groups: readonly Reason[] = ['never-written', 'not-submitted', 'free-seats', 'no-email', 'no-link'];

export interface WriteFacts {
  access: Access;
  units: readonly ListedUnit[];
  mark: string;
  form: FormState | null;
  sendsMail: boolean;
  now: Date;
}

/** Whom the next mail goes to, and why some get none. */
export function writeModel(locale: Locale, facts: WriteFacts): Write {
  const { access, form } = facts;
  const { event } = access;
  const reviewed = reviewUnits(facts.units);
  const ticked = form && [form.values['units'] ?? []].flat().map(String);
  const isChosen = ({ unit, isBehind }: Reviewed) => (ticked ? ticked.includes(String(unit._id)) : isBehind);
  return {
    action: paths.writeToUnits(event),
    back: paths.nominations(event),
    mark: facts.mark,
    errors: errorSummary(form),
    button: translate(locale, 'nominations.write.button'),
    groups: groups.flatMap((reason) => {
      const units = reviewed.filter((each) => each.reason === reason);
      if (units.length === 0) return [];
      return [
        {
          title: translate(locale, `nominations.write.${reason}`, { count: units.length }),
          text: translate(locale, `nominations.write.${reason}-text`),
          units: units.map((each) => choiceModel(locale, facts, each, isChosen(each))),
        },
      ];
    }),
    isEmpty: reviewed.length === 0,
    ask: facts.units.length === 0 ? paths.askUnits(event) : '',
    sendsMail: facts.sendsMail,
  };
}

function choiceModel(
  locale: Locale,
  { access, now }: WriteFacts,
  { unit, reason }: Reviewed,
  isChosen: boolean,
): Choice {
  const { event } = access;
  const seats = translate(locale, 'nominations.row.seats', { named: seatsOf(unit).named, quota: unit.quota });
  const last = unit.remindedAt ?? unit.sentAt;
  const written = last
    ? translate(locale, 'nominations.write.last', { when: formatRelative(locale, last, now) })
    : '';
  const date = deadlineText(locale, unit.deadline, event.timeZone);
  return {
    id: String(unit._id),
    href: paths.nomination(event, unit),
    name: inLocale(unit.name, locale),
    detail: [unit.secretary.email, seats, date, written].filter((part) => part !== '').join(' · '),
    canChoose: reason !== 'no-email' && reason !== 'no-link',
    isChosen,
  };
}
