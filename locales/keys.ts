import type address from './vi/address.json';
import type agenda from './vi/agenda.json';
import type api from './vi/api.json';
import type attendance from './vi/attendance.json';
import type attention from './vi/attention.json';
import type auditAgenda from './vi/audit-agenda.json';
import type auditAttendance from './vi/audit-attendance.json';
import type auditAwards from './vi/audit-awards.json';
import type auditBadges from './vi/audit-badges.json';
import type auditDirectory from './vi/audit-directory.json';
import type auditDoorPlan from './vi/audit-door-plan.json';
import type auditDoors from './vi/audit-doors.json';
import type auditEvents from './vi/audit-events.json';
import type auditLetters from './vi/audit-letters.json';
import type auditImports from './vi/audit-imports.json';
import type auditNominations from './vi/audit-nominations.json';
import type auditFormalLetters from './vi/audit-formal-letters.json';
import type auditRecap from './vi/audit-recap.json';
import type auditSubstitutes from './vi/audit-substitutes.json';
import type auditSeating from './vi/audit-seating.json';
import type auditStage from './vi/audit-stage.json';
import type awards from './vi/awards.json';
import type badges from './vi/badges.json';
import type common from './vi/common.json';
import type deliverability from './vi/deliverability.json';
import type directory from './vi/directory.json';
import type errors from './vi/errors.json';
import type doorPlan from './vi/door-plan.json';
import type doors from './vi/doors.json';
import type events from './vi/events.json';
import type exchange from './vi/exchange.json';
import type figures from './vi/figures.json';
import type formalLetters from './vi/formal-letters.json';
import type guests from './vi/guests.json';
import type history from './vi/history.json';
import type home from './vi/home.json';
import type imports from './vi/imports.json';
import type letters from './vi/letters.json';
import type mail from './vi/mail.json';
import type invitations from './vi/invitations.json';
import type auditInvitations from './vi/audit-invitations.json';
import type mailbox from './vi/mailbox.json';
import type officeMail from './vi/office-mail.json';
import type auditPasses from './vi/audit-passes.json';
import type passes from './vi/passes.json';
import type protocol from './vi/protocol.json';
import type nominations from './vi/nominations.json';
import type reconciliation from './vi/reconciliation.json';
import type auditReconciliation from './vi/audit-reconciliation.json';
import type statements from './vi/statements.json';
import type auditStatements from './vi/audit-statements.json';
import type arrivals from './vi/arrivals.json';
import type auditArrivals from './vi/audit-arrivals.json';
import type recap from './vi/recap.json';
import type replies from './vi/replies.json';
import type replyForm from './vi/reply-form.json';
import type screens from './vi/screens.json';
import type seating from './vi/seating.json';
import type secretaries from './vi/secretaries.json';
import type shell from './vi/shell.json';
import type stage from './vi/stage.json';
import type states from './vi/states.json';
import type stopList from './vi/stop-list.json';
import type substitutes from './vi/substitutes.json';
import type unsubscribe from './vi/unsubscribe.json';
import type users from './vi/users.json';

/** Every message there is, by the Vietnamese catalogue. A new file costs one import and one line, in order. */
export type MessageKey =
  | keyof typeof address
  | keyof typeof agenda
  | keyof typeof api
  | keyof typeof attendance
  | keyof typeof attention
  | keyof typeof auditAgenda
  | keyof typeof auditAttendance
  | keyof typeof auditAwards
  | keyof typeof auditBadges
  | keyof typeof auditDirectory
  | keyof typeof auditDoorPlan
  | keyof typeof auditDoors
  | keyof typeof auditEvents
  | keyof typeof auditLetters
  | keyof typeof auditImports
  | keyof typeof auditNominations
  | keyof typeof auditFormalLetters
  | keyof typeof auditRecap
  | keyof typeof auditSubstitutes
  | keyof typeof auditSeating
  | keyof typeof auditStage
  | keyof typeof awards
  | keyof typeof badges
  | keyof typeof common
  | keyof typeof deliverability
  | keyof typeof directory
  | keyof typeof errors
  | keyof typeof doorPlan
  | keyof typeof doors
  | keyof typeof events
  | keyof typeof exchange
  | keyof typeof figures
  | keyof typeof formalLetters
  | keyof typeof guests
  | keyof typeof history
  | keyof typeof home
  | keyof typeof imports
  | keyof typeof letters
  | keyof typeof mail
  | keyof typeof invitations
  | keyof typeof auditInvitations
  | keyof typeof mailbox
  | keyof typeof officeMail
  | keyof typeof auditPasses
  | keyof typeof passes
  | keyof typeof protocol
  | keyof typeof nominations
  | keyof typeof reconciliation
  | keyof typeof auditReconciliation
  | keyof typeof statements
  | keyof typeof auditStatements
  | keyof typeof arrivals
  | keyof typeof auditArrivals
  | keyof typeof recap
  | keyof typeof replies
  | keyof typeof replyForm
  | keyof typeof screens
  | keyof typeof seating
  | keyof typeof secretaries
  | keyof typeof shell
  | keyof typeof stage
  | keyof typeof states
  | keyof typeof stopList
  | keyof typeof substitutes
  | keyof typeof unsubscribe
  | keyof typeof users;
