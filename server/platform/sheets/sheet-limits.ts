/** What a table that somebody sends may be. Beyond it the file is refused with a sentence, whatever it claims of itself. */
export const sheetLimits = {
  fileBytes: 5_000_000,
  entries: 200,
  inflatedBytes: 50_000_000,
  /** So many times its own size a file may become; small files are not looked at so closely. */
  ratio: 100,
  unsuspicious: 1_000_000,
  rows: 20_000,
  columns: 100,
  /** Longest text of one cell, as Excel has it. */
  cell: 32_767,
} as const;
