import type { Request, Response } from 'express';
import type { z } from 'zod';
import { type AppError, type FieldProblem, Invalid, Refused } from '../errors.ts';
import { fieldProblems } from '../i18n/zod-messages.ts';
import { translate } from '../i18n/translate.ts';
import { localeOf } from './locale.ts';

/** A form as it came back: everything that was typed, and what has to change before it is accepted. */
export interface FormState {
  values: Record<string, unknown>;
  /** Message by dotted path, in the reader's language. */
  errors: Record<string, string>;
  /** Why the whole was refused, when it is not about one field. */
  refused: string;
}

export interface Submission<S extends z.ZodType> {
  act: (input: z.output<S>) => Promise<void> | void;
  /** Shows the page again with what was typed. The status is already set. */
  again: (form: FormState) => Promise<void> | void;
}

/**
 * Reads a posted form and acts on it. When a field is wrong or the verb refuses, the same page is shown again
 * with everything that was typed.
 */
export async function submit<S extends z.ZodType>(
  req: Request,
  res: Response,
  schema: S,
  submission: Submission<S>,
): Promise<void> {
  const values: Record<string, unknown> = req.body ?? {};
  const result = schema.safeParse(values);
  if (!result.success) return showAgain(res, values, new Invalid(fieldProblems(result.error)), submission);
  try {
    await submission.act(result.data);
  } catch (error) {
    if (!(error instanceof Invalid || error instanceof Refused)) throw error;
    await showAgain(res, values, error, submission);
  }
}

async function showAgain<S extends z.ZodType>(
  res: Response,
  values: Record<string, unknown>,
  error: Invalid | Refused,
  submission: Submission<S>,
): Promise<void> {
  res.status(error.status);
  await submission.again(formState(res, values, error));
}

function formState(res: Response, values: Record<string, unknown>, error: AppError): FormState {
  const locale = localeOf(res);
  const fields = error instanceof Invalid ? error.fields : [];
  return {
    values,
    errors: inOrderOf(values, fields, (field) => fieldMessage(res, field)),
    refused: error instanceof Invalid ? '' : translate(locale, error.code, error.params),
  };
}

/** One message a field, in the order of the form: browsers send the fields as they stand on the page. */
function inOrderOf(
  values: Record<string, unknown>,
  fields: readonly FieldProblem[],
  message: (field: FieldProblem) => string,
): Record<string, string> {
  const sent = pathsIn(values, '');
  const place = ({ path }: FieldProblem): number => {
    const found = sent.findIndex((each) => `${each}.`.startsWith(`${path}.`));
    return found < 0 ? sent.length : found;
  };
  const errors: Record<string, string> = {};
  for (const field of fields.toSorted((a, b) => place(a) - place(b))) errors[field.path] ??= message(field);
  return errors;
}

function pathsIn(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, path ? `${path}.${key}` : key));
}

function fieldMessage(res: Response, field: FieldProblem): string {
  return translate(localeOf(res), field.key, field.params);
}
