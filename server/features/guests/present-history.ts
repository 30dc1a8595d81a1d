import type { z } from 'zod';
import type { Locale } from '../../../contract/locales.ts';
import type { Guest, GuestAnswer } from '../../../models/guest.ts';
import { paths } from '../../paths.ts';
import { translate, translateKey } from '../../platform/i18n/translate.ts';
import { type Access, can } from '../access/access.ts';
import type { HistoryLine } from './guest-history.ts';
import type { PanelModel } from './views.ts';

type Line = z.input<typeof PanelModel>['history'][number];

/** What guests write with their answers is meant for the organisers: others get it without. */
export function historyModel(
  access: Access,
  guest: Pick<Guest, '_id' | 'answer' | 'replacedBy'>,
  { lines, locale }: { lines: readonly HistoryLine[]; locale: Locale },
): Line[] {
  const withNotes = can(access, 'guests.view-contact-details');
  const mayUndo = can(access, 'invitations.record-answer') && !guest.replacedBy;
  return lines.map((line) => ({
    at: line.at,
    by: nameIn(line, locale),
    ...look(line),
    text: sentence(line, locale) + (withNotes ? noteOf(line) : ''),
    undo:
      mayUndo && line.kind === 'answered' && line.answer === guest.answer
        ? { action: paths.undoAnswer(access.event, guest), seen: line.at.toISOString() }
        : null,
  }));
}

/** An answer by mail or calendar that nobody vouched for says so, for whoever wonders about it later. */
function nameIn(line: HistoryLine, locale: Locale): string {
  const isUnproved = line.kind === 'answered' && line.answer.trust === 'B';
  return isUnproved ? translate(locale, 'guests.history.unproved', { name: line.by }) : line.by;
}

function look(line: HistoryLine): { icon: string; tone: string } {
  switch (line.kind) {
    case 'change':
      return { icon: 'pencil', tone: '' };
    case 'invited':
      return { icon: 'send', tone: 'live' };
    case 'answered':
      return lookOfAnswer(line.answer);
    case 'badge':
      return { icon: 'printer', tone: line.state === 'printed' ? '' : 'waiting' };
    case 'companion':
      return { icon: 'user-plus', tone: 'present' };
    case 'scanned':
      return line.verdict === 'welcome'
        ? { icon: 'door-open', tone: 'present' }
        : { icon: 'octagon-x', tone: 'refused' };
  }
}

const answerLooks: Readonly<Record<GuestAnswer['kind'], { icon: string; tone: string }>> = {
  attending: { icon: 'check', tone: 'present' },
  tentative: { icon: 'circle-question-mark', tone: 'waiting' },
  substitute: { icon: 'replace', tone: 'attention' },
  declined: { icon: 'x', tone: 'refused' },
};

function lookOfAnswer({ kind, provisional, takenBack }: GuestAnswer): { icon: string; tone: string } {
  if (takenBack) return { icon: 'undo-2', tone: '' };
  return provisional ? doubtfulLook : answerLooks[kind];
}

const doubtfulLook = { icon: 'mail-question-mark', tone: 'waiting' };

function sentence(line: HistoryLine, locale: Locale): string {
  switch (line.kind) {
    case 'change':
      return translateKey(locale, line.action, line.params);
    case 'invited':
      return translate(locale, 'guests.history.invited');
    case 'answered':
      return answerSentence(line.answer, locale);
    case 'badge':
      return badgeSentence(line, locale);
    case 'companion':
      return line.door
        ? translate(locale, 'guests.history.companion-at', { door: line.door })
        : translate(locale, 'guests.history.companion');
    case 'scanned':
      return scanSentence(line, locale);
  }
}

function answerSentence(
  { kind, channel, substitute, provisional, takenBack }: GuestAnswer,
  locale: Locale,
): string {
  const answer = translate(locale, `guests.history.${kind}`, {
    channel: translate(locale, `states.channel.${channel}`),
    name: substitute?.name || translate(locale, 'guests.history.somebody'),
  });
  if (takenBack) return translate(locale, 'reply-form.taken-back.answer', { answer, by: takenBack.by });
  return provisional ? translate(locale, 'reply-form.provisional.answer', { answer }) : answer;
}

function badgeSentence({ copy, state }: HistoryLine & { kind: 'badge' }, locale: Locale): string {
  const told = state === 'printing' ? 'waiting' : state;
  if (copy === 1) return translate(locale, `badges.history.${told}`);
  return translate(locale, `badges.history.${told}-again`, { copy });
}

function noteOf(line: HistoryLine): string {
  return line.kind === 'answered' && line.answer.note ? `: ${line.answer.note}` : '';
}

function scanSentence(line: HistoryLine & { kind: 'scanned' }, locale: Locale): string {
  const { verdict, door, substitute } = line;
  if (verdict === 'welcome') {
    const letIn = door
      ? translate(locale, 'guests.history.welcome-at', { door })
      : translate(locale, 'guests.history.welcome');
    return substitute ? translate(locale, 'guests.history.instead', { letIn, name: substitute }) : letIn;
  }
  return translate(locale, 'guests.history.refused', {
    reason: translate(locale, `guests.history.reason.${verdict}`),
  });
}
