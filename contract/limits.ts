/** Longest texts and largest numbers: used by zod at the edges and by maxlength in forms. */
export const limits = {
  name: 120,
  title: 300,
  position: 200,
  line: 200,
  text: 4000,
  longText: 20_000,
  email: 254,
  phone: 40,
  code: 64,
  search: 100,
  url: 500,
  guestsPerRequest: 500,
  pageSize: 50,
  passwordShortest: 15,
  passwordLongest: 128,
  /** The largest HTTP body of a form or an API call, in bytes. */
  body: 1_000_000,
  /** The longest version of its page that a device tells. */
  version: 40,
  /** The largest event file, in bytes. */
  eventFile: 20_000_000,
  /** Letters that leave without the number being typed: nobody takes back what was mailed. */
  lettersUntyped: 5,
  /** Rows written, or people noted as told by hand, without the number being typed: it can be undone. */
  peopleUntyped: 50,
} as const;
