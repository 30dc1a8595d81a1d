/** The moment a template was given as a Date or as an ISO text; null when there is none. Anything else is a mistake. */
export function momentOf(value: unknown, helper: string): Date | null {
  if (value === null || value === undefined || value === '') return null;
  const moment = value instanceof Date ? value : typeof value === 'string' ? new Date(value) : null;
  if (!moment || Number.isNaN(moment.getTime())) {
    throw new TypeError(`{{${helper}}} needs a date, not ${JSON.stringify(value)}`);
  }
  return moment;
}
