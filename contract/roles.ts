/** Rights in the office, outside any event. */
export const officeRoles = ['administrator', 'member'] as const;
export type OfficeRole = (typeof officeRoles)[number];

/** Rights a person has in one event. */
export const eventRoles = ['owner', 'editor', 'mc', 'door', 'viewer'] as const;
export type EventRole = (typeof eventRoles)[number];
