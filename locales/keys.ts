import type address from './vi/address.json';
import type agenda from './vi/agenda.json';
import type api from './vi/api.json';
import type auditEvents from './vi/audit-events.json';
import type auditAgenda from './vi/audit-agenda.json';
import type common from './vi/common.json';
import type errors from './vi/errors.json';
import type events from './vi/events.json';
import type exchange from './vi/exchange.json';
import type history from './vi/history.json';
import type home from './vi/home.json';
import type mail from './vi/mail.json';
import type protocol from './vi/protocol.json';
import type shell from './vi/shell.json';
import type states from './vi/states.json';
import type users from './vi/users.json';

/** Every message there is, by the Vietnamese catalogue. A new file costs one import and one line, in order. */
export type MessageKey =
  | keyof typeof address
  | keyof typeof agenda
  | keyof typeof api
  | keyof typeof auditEvents
  | keyof typeof auditAgenda
  | keyof typeof common
  | keyof typeof errors
  | keyof typeof events
  | keyof typeof exchange
  | keyof typeof history
  | keyof typeof home
  | keyof typeof mail
  | keyof typeof protocol
  | keyof typeof shell
  | keyof typeof states
  | keyof typeof users;
