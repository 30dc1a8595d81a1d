import type { Locale } from '../../../contract/locales.ts';
import type { MessageKey } from '../../../locales/keys.ts';
import type { Nomination, Nominee } from '../../../models/nomination.ts';
import { paths } from '../../paths.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { ViewModel } from '../../platform/views/view-set.ts';
import type { Access } from '../access/access.ts';
import { displayName } from '../directory/person-name.ts';
import type { Resemblance } from './find-listed.ts';
import { nomineeName, officeText } from './present-words.ts';
import type { views } from './views.ts';

type Model = ViewModel<typeof views, 'nominations/_unit'>['nominees'][number];
type Badge = Model['badges'][number];

export interface NomineeFacts {
  access: Access;
  nomination: Nomination;
  nominee: Nominee;
  /** Whose seat the nominee shall take. */
  replaced: Nominee | null;
  isOver: boolean;
  resemblance: Resemblance | null;
  canDecide: boolean;
}

export const nomineeLooks = {
  named: { tone: 'waiting', icon: 'hourglass' },
  accepted: { tone: 'present', icon: 'check' },
  returned: { tone: 'attention', icon: 'undo-2' },
  replaced: { tone: '', icon: 'replace' },
} as const;

/** A name as the organisers see it. */
export function nomineeModel(locale: Locale, facts: NomineeFacts): Model {
  const { access, nomination, nominee, replaced, canDecide } = facts;
  const { event } = access;
  const name = displayName(nominee.name, locale);
  return {
    id: nominee.id,
    anchor: `nominee-${nominee.id}`,
    name: nomineeName(locale, nominee),
    office: officeText(nominee),
    email: nominee.email,
    phone: nominee.phone,
    tel: nominee.phone.replaceAll(/[^+\d]/g, ''),
    needs: nominee.needs,
    badges: badgesOf(locale, facts),
    replaces: replaced
      ? translate(locale, 'nominations.nominee.replaces', { name: displayName(replaced.name, locale) })
      : '',
    remark: nominee.state === 'returned' ? nominee.remark : '',
    resemblance: resemblanceOf(locale, facts),
    guest: nominee.guest ? paths.guest(event, nominee.guest) : '',
    canDecide: canDecide && nominee.state === 'named',
    accept: paths.acceptNominee(event, nomination),
    acceptLabel: translate(locale, 'nominations.accept-one', { name }),
    return: paths.returnNominee(event, nomination),
    returnLabel: translate(locale, 'nominations.return-one', { name }),
  };
}

function badgesOf(locale: Locale, { nomination, nominee, isOver }: NomineeFacts): Badge[] {
  const badge = (key: MessageKey, tone: string, icon: string): Badge => ({
    label: translate(locale, key),
    tone,
    icon,
  });
  const { submittedAt } = nomination;
  const isNew = submittedAt !== null && nominee.changedAt > submittedAt && nominee.state === 'named';
  const { tone, icon } = nomineeLooks[nominee.state];
  return [
    badge(`nominations.nominee.${nominee.state}`, tone, icon),
    ...(isOver ? [badge('nominations.nominee.over', 'refused', 'triangle-alert')] : []),
    ...(isNew ? [badge('nominations.nominee.changed', 'live', 'pencil')] : []),
  ];
}

function resemblanceOf(locale: Locale, { access, resemblance }: NomineeFacts): Model['resemblance'] {
  if (!resemblance) return null;
  const name = displayName(resemblance.name, locale);
  return {
    text: translate(locale, `nominations.resembles.${resemblance.by}`, { name }),
    href: paths.guest(access.event, resemblance.guest),
  };
}
