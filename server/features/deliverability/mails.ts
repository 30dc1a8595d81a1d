import { z } from 'zod';
import type { Locale } from '../../../contract/locales.ts';
import { paths } from '../../paths.ts';
import { now } from '../../platform/clock.ts';
import { formatDateTime } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { alarmKind } from '../mail/alarm-administrators.ts';
import type { MailContent } from '../mail/compose-mail.ts';
import type { MailWriter } from '../mail/deliver-mail.ts';
import { trialKind } from '../mail/handle-bounce.ts';
import type { MailTools } from '../mail/mail-tools.ts';
import { type MailShell, renderMail } from '../mail/render-mail.ts';

const AlarmData = z.object({ domain: z.string(), reason: z.string() });

/** The mails about mails: the trial, which says nothing but that it has arrived, and the alarm. */
export function deliverabilityMails(tools: MailTools): Record<string, MailWriter> {
  return {
    [trialKind]: ({ locale }) => Promise.resolve(trialMail(tools, locale)),
    [alarmKind]: ({ locale, data }) => Promise.resolve(alarmMail(tools, locale, AlarmData.parse(data))),
  };
}

function trialMail(tools: MailTools, locale: Locale): MailContent {
  const when = formatDateTime(locale, now(), tools.timeZone);
  const title = translate(locale, 'deliverability.mail.subject');
  return plainMail(tools, locale, {
    title,
    text: translate(locale, 'deliverability.mail.text', { site: tools.siteUrl, when }),
  });
}

function alarmMail(tools: MailTools, locale: Locale, about: z.infer<typeof AlarmData>): MailContent {
  const page = `${tools.siteUrl}${paths.deliverability}`;
  const title = translate(locale, 'deliverability.alarm.subject', about);
  return plainMail(tools, locale, {
    title,
    text: translate(locale, 'deliverability.alarm.text', { ...about, page }),
  });
}

function plainMail(
  { engine, timeZone }: MailTools,
  locale: Locale,
  model: { title: string; text: string },
): MailContent {
  const shell: MailShell = {
    subject: model.title,
    preheader: model.text,
    unit: 'Rostrum',
    emblem: '',
    footer: [],
    links: [],
  };
  return renderMail(engine, { name: 'trial', model, shell, data: { locale, timeZone } });
}
