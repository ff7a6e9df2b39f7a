export const importStates = [
  ...(['reading', 'interrupted', 'faulty', 'ready', 'submitted', 'adding', 'rejected', 'added'] as const),
] as const;

export type ImportState = (typeof importStates)[number];
