import type { z } from 'zod';
import { inLocale } from '../../../contract/localised.ts';
import { paths } from '../../paths.ts';
import { formatTime } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { displayName } from '../directory/person-name.ts';
import type { Alert } from './alerts.ts';
import { partOf, type Reading } from './present.ts';
import type { AlertsModel } from './views.ts';

type Model = z.input<typeof AlertsModel>;

export function alertsModel(found: readonly Alert[], reading: Reading): Model {
  return {
    source: partOf(reading.access, 'alerts'),
    alerts: found.map((alert) => alertModel(alert, reading)),
  };
}

function alertModel(alert: Alert, { access: { event }, locale }: Reading): Model['alerts'][number] {
  const clock = (at: Date): string => formatTime(locale, at, event.timeZone);
  switch (alert.kind) {
    case 'doubles': {
      const text = translate(locale, 'arrivals.alert.doubles', { count: alert.count });
      return { icon: 'users', tone: 'refused', text, href: paths.reconciliation(event) };
    }
    case 'silent': {
      const { door, unsynced, since } = alert;
      const text = translate(locale, 'arrivals.alert.silent', { door, count: unsynced, time: clock(since) });
      return { icon: 'wifi-off', tone: 'refused', text, href: paths.doors(event) };
    }
    case 'refused': {
      const text = translate(locale, 'arrivals.alert.refused', { door: alert.door, count: alert.count });
      return { icon: 'octagon-x', tone: 'waiting', text, href: '' };
    }
    case 'closing': {
      const list = inLocale(alert.list, locale);
      const text = translate(locale, 'arrivals.alert.closing', { list, time: clock(new Date(alert.at)) });
      return { icon: 'clock-alert', tone: 'waiting', text, href: '' };
    }
    case 'came': {
      const name = displayName(alert.name, locale);
      const text = translate(locale, 'arrivals.alert.came', { name, time: clock(alert.at) });
      return { icon: 'star', tone: 'attention', text, href: paths.guest(event, alert.guest) };
    }
  }
}
