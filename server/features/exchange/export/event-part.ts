import type { Conference } from '../../../../models/event.ts';
import type { ReplyForm } from '../../../../models/fields/reply-form.ts';
import { isPositionTier } from '../../../../contract/protocol.ts';
import type { EventPart } from '../format/event.ts';
import { textsPart } from './letter-parts.ts';
import type { Refs } from './refs.ts';
import { moment, text, texts } from './values.ts';

export function eventPart(event: Conference, refs: Refs): EventPart {
  const { letter, contact, inviter, venue, host } = event;
  return {
    slug: event.slug,
    type: event.type,
    state: event.state,
    title: texts(event.title),
    motto: texts(event.motto),
    summary: texts(event.summary),
    host: {
      organisation: refs.organisation(host.organisation),
      name: texts(host.name),
      short: texts(host.short),
      parent: texts(host.parent),
    },
    days: [...event.days],
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    partOfDay: event.partOfDay,
    timeZone: event.timeZone,
    venue: venue && venuePart(venue),
    dressCode: texts(event.dressCode),
    sessions: event.sessions.map(sessionPart),
    categories: event.categories.map(({ id, title, order, tone }) => ({
      ref: id,
      title: texts(title),
      order,
      tone: text(tone),
    })),
    ladder: event.ladder.filter(isPositionTier),
    capacity: event.capacity,
    replyBy: moment(event.replyBy),
    defaultLocale: event.defaultLocale,
    letter: textsPart(letter),
    contact: {
      name: text(contact?.name),
      email: text(contact?.email).toLowerCase(),
      phone: text(contact?.phone),
    },
    inviter: { name: text(inviter?.name), position: texts(inviter?.position) },
    ...(event.replyForm ? { replyForm: replyFormPart(event.replyForm) } : {}),
    background: backgroundPart(event.background),
    reportedHeadcount: {
      delegates: event.reportedHeadcount.delegates,
      hostStaff: event.reportedHeadcount.hostStaff,
      approximate: event.reportedHeadcount.approximate,
    },
    publishedAt: moment(event.publishedAt),
  };
}

function replyFormPart(form: ReplyForm): NonNullable<EventPart['replyForm']> {
  const { companions, dietary, access, transport, photo, consents, questions, substitutes } = form;
  return {
    companions,
    dietary,
    access,
    transport,
    photo,
    consents: consents.map(({ version, text: wording }) => ({ version, text: texts(wording) })),
    questions: questions.map(({ id, kind, label, hint, required, categories, options, removed }) => ({
      ref: id,
      kind,
      label: texts(label),
      hint: texts(hint),
      required,
      categories: [...categories],
      options: options.map((option) => ({
        ref: option.id,
        label: texts(option.label),
        removed: option.removed ?? false,
      })),
      removed: removed ?? false,
    })),
    substitutes,
  };
}

function venuePart(venue: NonNullable<Conference['venue']>): NonNullable<EventPart['venue']> {
  const { name, room, address, city, mapUrl } = venue;
  return {
    name: texts(name),
    room: texts(room),
    address: texts(address),
    city: texts(city),
    mapUrl: text(mapUrl),
  };
}

function sessionPart(session: Conference['sessions'][number]): EventPart['sessions'][number] {
  const { id, title, day, startsAt, endsAt, room } = session;
  return {
    ref: id,
    title: texts(title),
    day,
    startsAt: text(startsAt),
    endsAt: text(endsAt),
    room: text(room),
  };
}

function backgroundPart({
  term,
  purposes,
  combines,
  context,
}: Conference['background']): EventPart['background'] {
  return {
    term: term && { from: term.from, to: term.to },
    purposes: purposes.map(texts),
    combines: combines.map(texts),
    context: context.map(texts),
  };
}
