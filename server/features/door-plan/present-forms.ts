import type { z } from 'zod';
import { listKinds, type CheckInList } from '../../../contract/attendance/list.ts';
import { DAY_STARTS_AT, listRules } from '../../../contract/attendance/rules.ts';
import { badgePlaces, doorDirections, doorPaces, doorRanks } from '../../../contract/door/plan.ts';
import type { DoorProfile, Gate } from '../../../contract/door/plan.ts';
import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { MessageKey } from '../../../locales/keys.ts';
import type { Conference } from '../../../models/event.ts';
import { paths } from '../../paths.ts';
import type { FormState } from '../../platform/http/form.ts';
import { errorSummary, formFields } from '../../platform/http/form-fields.ts';
import { shownRev } from '../../platform/http/form-rows.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { localTimeIn } from '../../platform/zoned-time.ts';
import type { PlanFacts } from './plan-facts.ts';
import { nameOf } from './present-words.ts';
import type { GateFormModel, ListFormModel, ProfileFormModel } from './views.ts';

interface Shown<T> {
  facts: PlanFacts;
  /** Null for a new one. */
  stored: T | null;
  form: FormState | null;
}

export function listFormModel(
  { facts, stored, form }: Shown<CheckInList>,
  locale: Locale,
): z.input<typeof ListFormModel> {
  const { event, plan } = facts;
  const fields = formFields(listValues(event, stored), form);
  return {
    ...frame({ facts, form }),
    title: translate(locale, stored ? 'door-plan.list.edit' : 'door-plan.list.new'),
    action: stored ? paths.doorList(event, stored.id) : paths.newDoorList(event),
    remove: stored ? paths.removeDoorList(event, stored.id) : null,
    fields,
    kinds: choices(listKinds.slice(1), (kind) => `door-plan.kind.${kind}`, locale),
    rules: listRules.map((rule) => ({
      value: rule,
      label: translate(locale, `door-plan.rule.${rule}`),
      hint: translate(locale, `door-plan.rule-hint.${rule}`),
    })),
    categories: categoryChoices(event, chosen(form, 'categories', stored?.categories), locale),
    required: plan.lists
      .filter(({ id }) => id !== stored?.id)
      .map((list) => ({ value: list.id, label: nameOf(list, locale) })),
  };
}

export function gateFormModel(
  { facts, stored, form }: Shown<Gate>,
  locale: Locale,
): z.input<typeof GateFormModel> {
  const { event } = facts;
  return {
    ...frame({ facts, form }),
    title: translate(locale, stored ? 'door-plan.gate.edit' : 'door-plan.gate.new'),
    action: stored ? paths.gate(event, stored.id) : paths.newGate(event),
    remove: stored ? paths.removeGate(event, stored.id) : null,
    fields: formFields({ name: stored?.name ?? '' }, form),
    categories: categoryChoices(event, chosen(form, 'categories', stored?.categories), locale),
  };
}

export function profileFormModel(
  { facts, stored, form }: Shown<DoorProfile>,
  locale: Locale,
): z.input<typeof ProfileFormModel> {
  const { event, plan } = facts;
  const hasPin = stored !== null && stored.pin !== null;
  const lists = chosen(form, 'lists', stored?.lists ?? plan.lists.slice(0, 1).map(({ id }) => id));
  return {
    ...frame({ facts, form }),
    title: translate(locale, stored ? 'door-plan.profile.edit' : 'door-plan.profile.new'),
    action: stored ? paths.doorProfile(event, stored.id) : paths.newDoorProfile(event),
    remove: stored ? paths.removeDoorProfile(event, stored.id) : null,
    fields: formFields(profileValues(stored), form),
    gates: plan.gates.map(({ id, name }) => ({ value: id, label: name })),
    lists: plan.lists.map((list) => ({
      value: list.id,
      label: nameOf(list, locale),
      selected: lists.includes(list.id),
    })),
    directions: choices(doorDirections, (direction) => `door-plan.direction.${direction}`, locale),
    paces: choices(doorPaces, (pace) => `door-plan.pace.${pace}`, locale),
    ranks: choices(doorRanks, (rank) => `door-plan.rank.${rank}`, locale),
    badges: choices(badgePlaces, (badge) => `door-plan.badge.${badge}`, locale),
    hasPin,
    pinHint: translate(locale, hasPin ? 'door-plan.profile.pin-kept' : 'door-plan.profile.pin-hint'),
  };
}

function frame({ facts, form }: Pick<Shown<unknown>, 'facts' | 'form'>) {
  return {
    back: paths.doorPlan(facts.event),
    rev: shownRev(form, facts.rev),
    storedRev: String(facts.rev),
    errors: errorSummary(form),
  };
}

function listValues({ timeZone }: Conference, list: CheckInList | null) {
  const local = (at: number | null | undefined): string => (at ? localTimeIn(timeZone, new Date(at)) : '');
  return {
    name: { vi: '', en: '', ru: '', ...list?.name },
    kind: list?.kind ?? 'session',
    rule: list?.rule ?? 'once',
    times: list?.times ?? 1,
    dayStartsAt: list?.dayStartsAt ?? DAY_STARTS_AT,
    opensAt: local(list?.opensAt),
    closesAt: local(list?.closesAt),
    requires: list?.requires ?? '',
  };
}

/** A new profile is what most doors need: let in, one after the other, with sound. */
function profileValues(profile: DoorProfile | null) {
  return {
    name: profile?.name ?? '',
    gate: profile?.gate ?? '',
    direction: profile?.direction ?? 'entry',
    pace: profile?.pace ?? 'fast',
    rank: profile?.rank ?? 'steward',
    badge: profile?.badge ?? 'none',
    sounds: String(profile?.sounds ?? true),
    companions: String(profile?.companions ?? true),
    kiosk: String(profile?.kiosk ?? false),
    pin: '',
    noPin: 'false',
  };
}

/** What was ticked when the form came back, or what is stored. */
function chosen(form: FormState | null, field: string, stored: readonly string[] = []): readonly string[] {
  if (!form) return stored;
  return [form.values[field] ?? []].flat().map(String);
}

function categoryChoices({ categories }: Conference, ids: readonly string[], locale: Locale) {
  return categories.map(({ id, title }) => ({
    value: id,
    label: inLocale(title, locale),
    selected: ids.includes(id),
  }));
}

function choices<V extends string>(
  values: readonly V[],
  keyOf: (value: V) => MessageKey,
  locale: Locale,
): { value: V; label: string }[] {
  return values.map((value) => ({ value, label: translate(locale, keyOf(value)) }));
}
