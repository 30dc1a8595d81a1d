import type { AgendaItem } from '../../../../models/agenda.ts';
import type { Award } from '../../../../models/award.ts';
import type { Recap } from '../../../../models/recap.ts';
import type { Stage } from '../../../../models/stage.ts';
import type { AgendaItemPart } from '../format/agenda.ts';
import type { AwardPart } from '../format/awards.ts';
import type { StagePart } from '../format/history.ts';
import type { RecapPart } from '../format/report.ts';
import type { Refs } from './refs.ts';
import { moment, text, texts } from './values.ts';

export function agendaItemPart(item: AgendaItem, refs: Refs): AgendaItemPart {
  return {
    ref: item.id,
    kind: item.kind,
    title: texts(item.title),
    about: texts(item.about),
    speakers: item.speakers.map((speaker) => refs.guest(speaker)).filter(Boolean),
    by: texts(item.by),
    minutes: item.minutes,
    pinnedStart: text(item.pinnedStart),
    session: refs.session(item.session),
    script: text(item.script),
  };
}

export function awardPart(award: Award, refs: Refs): AwardPart {
  const { number, date, authority } = award.decision;
  return {
    ref: award.ref,
    title: texts(award.title),
    decision: { number: text(number), date: text(date), authority: texts(authority) },
    recipients: award.recipients.map(({ id, kind, guest, name, citation, representedBy }) => ({
      ref: id,
      kind,
      guest: refs.guest(guest),
      name: texts(name),
      citation: texts(citation),
      representedBy: refs.guest(representedBy),
    })),
    presenter: refs.guest(award.presenter),
    announcedAt: moment(award.announcedAt),
  };
}

export function recapPart(recap: Recap): RecapPart {
  return {
    state: recap.state,
    headline: texts(recap.headline),
    lead: texts(recap.lead),
    body: texts(recap.body),
    photos: recap.photos.map(({ id, caption, credit }) => ({
      ref: id,
      caption: texts(caption),
      credit: text(credit),
    })),
    credits: {
      text: recap.credits.text.map(text).filter(Boolean),
      photos: recap.credits.photos.map(text).filter(Boolean),
    },
    draftedAt: moment(recap.draftedAt),
    publishedAt: moment(recap.publishedAt),
  };
}

/** Ticks and runs of what has left the list or the agenda say nothing to a reader of the file. */
export function stagePart(stage: Stage, refs: Refs): StagePart {
  const { message } = stage;
  return {
    running: refs.item(stage.running),
    startedAt: moment(stage.startedAt),
    runs: stage.runs
      .map(({ item, startedAt, endedAt }) => ({
        item: refs.item(item),
        startedAt: startedAt.toISOString(),
        endedAt: moment(endedAt),
      }))
      .filter(({ item }) => item !== ''),
    introduced: stage.introduced
      .map(({ id, at, by }) => ({ guest: refs.guest(id), at: at.toISOString(), by: text(by) }))
      .filter(({ guest }) => guest !== ''),
    message: message && { text: text(message.text), at: message.at.toISOString(), by: text(message.by) },
  };
}
