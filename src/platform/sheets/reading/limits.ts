/** What a sheet may be at most. Beyond any of these it is refused, in words; none of them depends on what it says of itself. */
export const limits = {
  fileBytes: 16 * 1024 * 1024,
  entries: 1_000,
  /** Of all that is unpacked, and what one part may grow by. */
  unpackedBytes: 160 * 1024 * 1024,
  ratio: 250,
  ratioFrom: 1024 * 1024,
  sharedTexts: 24 * 1024 * 1024,
  sharedCount: 700_000,
  columns: 100,
  rows: 100_010,
  cellText: 32_767,
  tagText: 65_536,
  depth: 40,
  milliseconds: 5_000,
  lineText: 200_000,
  lineBytes: 16 * 1024 * 1024,
  answerBytes: 96 * 1024 * 1024,
} as const;
