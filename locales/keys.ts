import type address from './vi/address.json';
import type agenda from './vi/agenda.json';
import type api from './vi/api.json';
import type auditAgenda from './vi/audit-agenda.json';
import type auditEvents from './vi/audit-events.json';
import type auditStage from './vi/audit-stage.json';
import type common from './vi/common.json';
import type errors from './vi/errors.json';
import type events from './vi/events.json';
import type exchange from './vi/exchange.json';
import type guests from './vi/guests.json';
import type history from './vi/history.json';
import type home from './vi/home.json';
import type mail from './vi/mail.json';
import type protocol from './vi/protocol.json';
import type screens from './vi/screens.json';
import type shell from './vi/shell.json';
import type stage from './vi/stage.json';
import type states from './vi/states.json';
import type users from './vi/users.json';

/** Every message there is, by the Vietnamese catalogue. A new file costs one import and one line, in order. */
export type MessageKey =
  | keyof typeof address
  | keyof typeof agenda
  | keyof typeof api
  | keyof typeof auditAgenda
  | keyof typeof auditEvents
  | keyof typeof auditStage
  | keyof typeof common
  | keyof typeof errors
  | keyof typeof events
  | keyof typeof exchange
  | keyof typeof guests
  | keyof typeof history
  | keyof typeof home
  | keyof typeof mail
  | keyof typeof protocol
  | keyof typeof screens
  | keyof typeof shell
  | keyof typeof stage
  | keyof typeof states
  | keyof typeof users;
