import type { MessageKey } from '../../locales/keys.ts';

export type ErrorParams = Record<string, string | number>;

/** What went wrong with one field of a form or a body. `path` is dotted: `speakers.0.name`. */
export interface FieldProblem {
  path: string;
  key: MessageKey;
  params: ErrorParams;
}

/** An outcome the program knows about. `code` is the locale key of its sentence. */
export class AppError extends Error {
  readonly status: number;
  readonly code: MessageKey;
  readonly params: ErrorParams;

  constructor(status: number, code: MessageKey, params: ErrorParams = {}) {
    super(code);
    this.name = new.target.name;
    this.status = status;
    this.code = code;
    this.params = params;
  }
}

export class Invalid extends AppError {
  readonly fields: readonly FieldProblem[];

  constructor(fields: readonly FieldProblem[]) {
    super(422, 'errors.invalid', { count: fields.length });
    this.fields = fields;
  }
}

export class SignInNeeded extends AppError {
  constructor() {
    super(401, 'errors.sign-in-needed');
  }
}

export class Forbidden extends AppError {
  constructor(code: MessageKey = 'errors.forbidden', params: ErrorParams = {}) {
    super(403, code, params);
  }
}

export class NotFound extends AppError {
  constructor(code: MessageKey = 'errors.not-found', params: ErrorParams = {}) {
    super(404, code, params);
  }
}

/** The request is understood and allowed, but the state of things says no. */
export class Refused extends AppError {
  constructor(code: MessageKey, params: ErrorParams = {}) {
    super(409, code, params);
  }
}

export class TooMany extends AppError {
  readonly retryAfter: number;

  constructor(retryAfterSeconds: number, code: MessageKey = 'errors.rate-limited') {
    super(429, code, { seconds: retryAfterSeconds });
    this.retryAfter = retryAfterSeconds;
  }
}
