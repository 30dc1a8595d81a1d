/** What a mail may ask of us. A guest's answer needs a hundredth of it. */
export const mailLimits = {
  /** Bytes of the whole mail. */
  size: 1_000_000,
  /** Of the whole mail: each costs time, and a megabyte of empty ones would cost minutes. */
  allLines: 15_000,
  headerBytes: 128 * 1024,
  parts: 50,
  depth: 10,
  /** Bytes of a calendar part; a larger one is left out. */
  calendar: 256 * 1024,
  /** Of the body. */
  lines: 500,
  lineLength: 2_000,
  milliseconds: 250,
} as const;
