/** The cookie that makes a browser a door. `__Host-` only exists on https, so plain http has another name. */
const names = { secure: '__Host-rostrum-door', plain: 'rostrum-door' } as const;

export const DOOR_COOKIES: readonly string[] = [names.secure, names.plain];

export function doorCookie(secure: boolean): string {
  return secure ? names.secure : names.plain;
}
