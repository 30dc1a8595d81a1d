import type { Locale } from '../../../contract/locales.ts';
import { warmUpModes } from '../../../contract/mail.ts';
import type { WarmUp } from '../../../models/warm-up.ts';
import { paths } from '../../paths.ts';
import { errorSummary, formFields } from '../../platform/http/form-fields.ts';
import type { FormState } from '../../platform/http/form.ts';
import { formatDateTime, formatNumber } from '../../platform/i18n/format.ts';
import { translate, translateKey } from '../../platform/i18n/translate.ts';
import type { ViewModel } from '../../platform/views/view-set.ts';
import { isWarmingUp } from '../mail/warm-up.ts';
import type { Finding, Verdict } from './finding.ts';
import type { Trial } from './last-trial.ts';
import type { SlowDomain } from './slow-domains.ts';
import type { views } from './views.ts';

type Page = ViewModel<typeof views, 'deliverability/index'>;

export interface PageFacts {
  findings: readonly Finding[];
  domains: readonly SlowDomain[];
  warmUp: WarmUp;
  trial: Trial | null;
  sendsMail: boolean;
  isOwnServer: boolean;
  /** Somebody reads what comes back, so that a trial mail is seen to arrive. */
  readsMail: boolean;
  timeZone: string;
}

const tones: Readonly<Record<Verdict, string>> = {
  good: 'present',
  advice: 'attention',
  fault: 'refused',
  unknown: '',
};

export function deliverabilityPage(facts: PageFacts, locale: Locale, form: FormState | null = null): Page {
  return {
    sendsMail: facts.sendsMail,
    mailbox: paths.officeMailbox,
    stopList: paths.stopList,
    actions: {
      examine: paths.examineDelivery,
      trial: paths.trialMail,
      warmUp: paths.warmUp,
      resume: paths.resumeDomain,
    },
    summary: summaryOf(facts.findings, locale),
    findings: facts.findings.map((each) => findingModel(each, locale)),
    domains: facts.domains.map((each) => domainModel(each, facts.timeZone, locale)),
    warmUp: warmUpModel(facts, locale, form),
    errors: errorSummary(form),
    trial: trialModel(facts, locale),
  };
}

function summaryOf(findings: readonly Finding[], locale: Locale): Page['summary'] {
  const worst = (['fault', 'advice', 'unknown'] as const).find((each) =>
    findings.some(({ verdict }) => verdict === each),
  );
  const icons = {
    good: 'circle-check',
    advice: 'circle-alert',
    fault: 'octagon-x',
    unknown: 'circle-question-mark',
  };
  const verdict = worst ?? 'good';
  return {
    text: translate(locale, `deliverability.summary.${verdict}`),
    tone: tones[verdict],
    icon: icons[verdict],
  };
}

function findingModel(
  { check, verdict, found, params, record }: Finding,
  locale: Locale,
): Page['findings'][number] {
  return {
    title: translate(locale, `deliverability.${check}`),
    state: translate(locale, `deliverability.verdict.${verdict}`),
    tone: tones[verdict],
    text:
      found === 'no-answer'
        ? translate(locale, 'deliverability.no-answer')
        : translateKey(locale, `deliverability.${check}.${found}`, params),
    record: record && { name: record.name, value: record.value },
  };
}

function domainModel(
  { domain, slowness, pausedUntil, pause }: SlowDomain,
  timeZone: string,
  locale: Locale,
): Page['domains'][number] {
  if (pausedUntil === null) {
    const times = formatNumber(locale, Math.round(slowness * 10) / 10);
    return {
      domain,
      isPaused: false,
      text: '',
      state: translate(locale, 'deliverability.domain.slow', { times }),
    };
  }
  const until = formatDateTime(locale, pausedUntil, timeZone);
  return {
    domain,
    isPaused: true,
    state: translate(locale, 'deliverability.domain.paused', { until }),
    text: [pause?.code, pause?.text].filter(Boolean).join(': '),
  };
}

function warmUpModel(
  { warmUp, isOwnServer }: PageFacts,
  locale: Locale,
  form: FormState | null,
): Page['warmUp'] {
  const counts = { used: warmUp.used, allowance: warmUp.allowance };
  const isOn = isWarmingUp(warmUp, isOwnServer);
  return {
    text: translate(locale, isOn ? 'deliverability.warm-up.today' : 'deliverability.warm-up.off-now', counts),
    fields: formFields({ mode: warmUp.mode, allowance: String(warmUp.allowance) }, form),
    modes: warmUpModes.map((value) => ({
      value,
      label: translate(locale, `deliverability.warm-up.${value}`),
      hint: value === 'auto' ? translate(locale, 'deliverability.warm-up.auto-hint') : '',
      selected: false,
    })),
  };
}

function trialModel({ trial, readsMail, timeZone }: PageFacts, locale: Locale): Page['trial'] {
  const lead = translate(locale, readsMail ? 'deliverability.trial.round' : 'deliverability.trial.to-you');
  if (!trial) return { lead, last: '', said: '' };
  const at = (when: Date): string => formatDateTime(locale, when, timeZone);
  if (trial.arrivedAt) {
    const params = { sent: at(trial.queuedAt), arrived: at(trial.arrivedAt) };
    return { lead, last: translate(locale, 'deliverability.trial.arrived', params), said: trial.said };
  }
  const state = translate(locale, `states.mail.${trial.state}`);
  const reason = [trial.lastError?.code, trial.lastError?.text].filter(Boolean).join(': ');
  const params = { address: trial.to.address, sent: at(trial.queuedAt), state };
  return { lead, last: translate(locale, 'deliverability.trial.last', params), said: reason };
}
