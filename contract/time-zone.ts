/** Whether this is a zone the runtime knows, such as Asia/Ho_Chi_Minh. */
export function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}
