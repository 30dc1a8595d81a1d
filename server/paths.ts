/** Every address of the site. Redirects, pages, mails and tests take them from here and nowhere else. */
type Id = string | { toString(): string };
interface HasSlug {
  slug: string;
}
interface HasId {
  _id: Id;
}

const event = (at: HasSlug): string => `/events/${at.slug}`;
const id = (thing: HasId | Id): string =>
  typeof thing === 'object' && '_id' in thing ? String(thing._id) : String(thing);

export const paths = {
  home: '/',
  health: '/healthz',
  ready: '/readyz',

  signIn: '/sign-in',
  signInByLink: (token: string) => `/sign-in/link/${token}`,
  signOut: '/sign-out',
  firstRun: (token: string) => `/first-run/${token}`,
  forgotPassword: '/forgot-password',
  resetPassword: (token: string) => `/reset-password/${token}`,
  profile: '/profile',
  changePassword: '/profile/password',
  apiTokens: '/profile/tokens',
  apiToken: (token: HasId | Id) => `/profile/tokens/${id(token)}`,
  users: '/users',
  newUser: '/users/new',
  user: (user: HasId | Id) => `/users/${id(user)}`,
  deactivateUser: (user: HasId | Id) => `/users/${id(user)}/deactivate`,
  activateUser: (user: HasId | Id) => `/users/${id(user)}/activate`,
  passwordLink: (user: HasId | Id) => `/users/${id(user)}/password-link`,

  contacts: '/directory',
  newContact: '/directory/new',
  contact: (contact: HasId | Id) => `/directory/${id(contact)}`,
  editContact: (contact: HasId | Id) => `/directory/${id(contact)}/edit`,
  archiveContact: (contact: HasId | Id) => `/directory/${id(contact)}/archive`,
  organisations: '/organisations',
  newOrganisation: '/organisations/new',
  organisation: (organisation: HasId | Id) => `/organisations/${id(organisation)}`,
  editOrganisation: (organisation: HasId | Id) => `/organisations/${id(organisation)}/edit`,
  archiveOrganisation: (organisation: HasId | Id) => `/organisations/${id(organisation)}/archive`,

  events: '/events',
  newEvent: '/events/new',
  importEvent: '/events/import',
  event,
  editEvent: (at: HasSlug) => `${event(at)}/edit`,
  eventState: (at: HasSlug) => `${event(at)}/state`,
  cloneEvent: (at: HasSlug) => `${event(at)}/clone`,
  exportEvent: (at: HasSlug) => `${event(at)}/export.json`,
  eventSessions: (at: HasSlug) => `${event(at)}/sessions`,
  eventCategories: (at: HasSlug) => `${event(at)}/categories`,
  members: (at: HasSlug) => `${event(at)}/members`,
  member: (at: HasSlug, member: HasId | Id) => `${event(at)}/members/${id(member)}`,
  removeMember: (at: HasSlug, member: HasId | Id) => `${event(at)}/members/${id(member)}/remove`,
  history: (at: HasSlug) => `${event(at)}/history`,
  publicEvent: (at: HasSlug) => `/e/${at.slug}`,
  publicCalendar: (at: HasSlug) => `/e/${at.slug}/event.ics`,
  publicProgramme: (at: HasSlug) => `/e/${at.slug}/programme`,
  publicRecap: (at: HasSlug) => `/e/${at.slug}/recap`,

  guests: (at: HasSlug) => `${event(at)}/guests`,
  newGuest: (at: HasSlug) => `${event(at)}/guests/new`,
  guestsFromDirectory: (at: HasSlug) => `${event(at)}/guests/from-directory`,
  guestsBulk: (at: HasSlug) => `${event(at)}/guests/bulk`,
  guest: (at: HasSlug, guest: HasId | Id) => `${event(at)}/guests/${id(guest)}`,
  editGuest: (at: HasSlug, guest: HasId | Id) => `${event(at)}/guests/${id(guest)}/edit`,
  liftGuest: (at: HasSlug, guest: HasId | Id) => `${event(at)}/guests/${id(guest)}/lift`,
  cancelGuest: (at: HasSlug, guest: HasId | Id) => `${event(at)}/guests/${id(guest)}/cancel`,
  restoreGuest: (at: HasSlug, guest: HasId | Id) => `${event(at)}/guests/${id(guest)}/restore`,

  agenda: (at: HasSlug) => `${event(at)}/agenda`,
  newAgendaItem: (at: HasSlug) => `${event(at)}/agenda/new`,
  agendaItem: (at: HasSlug, item: string) => `${event(at)}/agenda/${item}`,
  moveAgendaItem: (at: HasSlug, item: string) => `${event(at)}/agenda/${item}/move`,
  removeAgendaItem: (at: HasSlug, item: string) => `${event(at)}/agenda/${item}/remove`,
  programme: (at: HasSlug) => `${event(at)}/agenda/print`,

  invitations: (at: HasSlug) => `${event(at)}/invitations`,
  invitationLetter: (at: HasSlug) => `${event(at)}/invitations/letter`,
  invitationPreview: (at: HasSlug) => `${event(at)}/invitations/preview`,
  sendInvitations: (at: HasSlug) => `${event(at)}/invitations/send`,
  recordAnswer: (at: HasSlug, guest: HasId | Id) => `${event(at)}/guests/${id(guest)}/answer`,
  answerLink: (token: string) => `/i/${token}`,
  answer: '/invitation',
  answerConfirm: '/invitation/confirm',
  answerDone: '/invitation/done',
  passImage: '/invitation/pass.png',
  answerCalendar: '/invitation/event.ics',

  mailbox: (at: HasSlug) => `${event(at)}/mail`,
  mail: (at: HasSlug, mail: string) => `${event(at)}/mail/${encodeURIComponent(mail)}`,
  mailBody: (at: HasSlug, mail: string) => `${event(at)}/mail/${encodeURIComponent(mail)}/body`,
  resendMail: (at: HasSlug, mail: string) => `${event(at)}/mail/${encodeURIComponent(mail)}/resend`,
  cancelMail: (at: HasSlug, mail: string) => `${event(at)}/mail/${encodeURIComponent(mail)}/cancel`,

  attendance: (at: HasSlug) => `${event(at)}/attendance`,
  statement: (at: HasSlug) => `${event(at)}/statement`,
  doors: (at: HasSlug) => `${event(at)}/doors`,
  revokeDoor: (at: HasSlug, door: HasId | Id) => `${event(at)}/doors/${id(door)}/revoke`,
  doorLink: (token: string) => `/d/${token}`,
  door: (at: HasSlug) => `${event(at)}/door`,
  doorSearch: (at: HasSlug) => `${event(at)}/door/search`,
  checkIns: (at: HasSlug) => `${event(at)}/check-ins`,
  undoCheckIn: (at: HasSlug) => `${event(at)}/check-ins/undo`,

  console: (at: HasSlug) => `${event(at)}/console`,
  introductions: (at: HasSlug) => `${event(at)}/console/introductions`,
  stageNow: (at: HasSlug) => `${event(at)}/console/now`,
  consoleAwards: (at: HasSlug) => `${event(at)}/console/awards`,
  cue: (at: HasSlug) => `${event(at)}/stage/cue`,
  tick: (at: HasSlug) => `${event(at)}/stage/tick`,
  screen: (at: HasSlug) => `${event(at)}/screen`,
  screenScene: (at: HasSlug) => `${event(at)}/screen/scene`,

  awards: (at: HasSlug) => `${event(at)}/awards`,
  newAward: (at: HasSlug) => `${event(at)}/awards/new`,
  award: (at: HasSlug, award: HasId | Id) => `${event(at)}/awards/${id(award)}`,
  moveAward: (at: HasSlug, award: HasId | Id) => `${event(at)}/awards/${id(award)}/move`,
  removeAward: (at: HasSlug, award: HasId | Id) => `${event(at)}/awards/${id(award)}/remove`,
  announceAward: (at: HasSlug, award: HasId | Id) => `${event(at)}/awards/${id(award)}/announce`,
  certificate: (at: HasSlug, award: HasId | Id, recipient: string) =>
    `${event(at)}/awards/${id(award)}/certificates/${recipient}.pdf`,

  figures: (at: HasSlug) => `${event(at)}/figures`,
  recap: (at: HasSlug) => `${event(at)}/recap`,
  draftRecap: (at: HasSlug) => `${event(at)}/recap/draft`,
  publishRecap: (at: HasSlug) => `${event(at)}/recap/publish`,

  apiGuide: '/api',
  api: '/api/v1',
  openapi: '/api/v1/openapi.json',
};
