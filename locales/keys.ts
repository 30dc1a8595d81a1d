import type address from './vi/address.json';
import type common from './vi/common.json';
import type errors from './vi/errors.json';
import type exchange from './vi/exchange.json';
import type mail from './vi/mail.json';
import type protocol from './vi/protocol.json';
import type shell from './vi/shell.json';
import type states from './vi/states.json';

/** Every message there is, by the Vietnamese catalogue. A new file costs one import and one line, in order. */
export type MessageKey =
  | keyof typeof address
  | keyof typeof common
  | keyof typeof errors
  | keyof typeof exchange
  | keyof typeof mail
  | keyof typeof protocol
  | keyof typeof shell
  | keyof typeof states;
