import type { EventRole, OfficeRole } from '../../../contract/roles.ts';

/**
 * Everybody who can hold a right in an event. `device` is an enrolled door, `guest` the holder of a personal link,
 * `unit` the secretary who names the guests of one unit, `escort` whoever accompanies guests on the day.
 */
export type Role = EventRole | 'device' | 'guest' | 'unit' | 'escort' | 'system';

const office = ['owner', 'editor'] as const;
const insiders = ['owner', 'editor', 'mc', 'door', 'viewer'] as const;
const watchers = ['owner', 'editor', 'mc', 'viewer'] as const;
const gate = ['owner', 'editor', 'door', 'device'] as const;

/** The whole of "who may do what" in one event. The system may do everything. */
export const permissions = {
  'events.view': insiders,
  'events.edit': office,
  'events.change-state': office,
  'events.manage-members': ['owner'],
  'events.export': office,
  'events.history': office,
  'guests.view': watchers,
  'guests.view-contact-details': office,
  'guests.edit': office,
  'agenda.view': watchers,
  'agenda.edit': office,
  'invitations.view': watchers,
  'invitations.edit': office,
  'invitations.send': office,
  'invitations.record-answer': office,
  'invitations.answer': ['guest'],
  'substitutes.view': watchers,
  'substitutes.decide': office,
  'nominations.view': office,
  'nominations.edit': office,
  'nominations.accept': office,
  'nominations.name': ['unit'],
  'attention.view': office,
  'attention.put-off': office,
  'mail.view': office,
  'mail.manage': office,
  'attendance.view': [...watchers, 'door'],
  'attendance.check-in': gate,
  'attendance.undo': gate,
  'attendance.reconcile': office,
  'attendance.override': [...office, 'device'],
  'doors.manage': office,
  'door-plan.edit': office,
  'arrivals.watch': office,
  'arrivals.escort': ['escort'],
  'statements.freeze': office,
  'stage.view': watchers,
  'stage.run': ['owner', 'editor', 'mc'],
  'screens.show': watchers,
  'seating.view': watchers,
  'seating.edit': office,
  'awards.view': ['owner', 'editor', 'mc'],
  'awards.edit': office,
  'awards.announce': ['owner', 'editor', 'mc'],
  'badges.view': office,
  'badges.edit': office,
  'badges.print': gate,
  'recap.view': office,
  'recap.edit': office,
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof permissions;

/** Rights outside any event. */
export const officePermissions = {
  'events.create': ['administrator', 'member'],
  'events.import': ['administrator', 'member'],
  'directory.view': ['administrator', 'member'],
  'directory.edit': ['administrator', 'member'],
  'users.manage': ['administrator'],
  'mail.administer': ['administrator'],
} as const satisfies Record<string, readonly OfficeRole[]>;

export type OfficeAction = keyof typeof officePermissions;

export function allows(role: Role, action: Action): boolean {
  const roles: readonly Role[] = permissions[action];
  return role === 'system' || roles.includes(role);
}

export function officeAllows(role: OfficeRole, action: OfficeAction): boolean {
  const roles: readonly OfficeRole[] = officePermissions[action];
  return roles.includes(role);
}
