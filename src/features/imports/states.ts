export const importStates = ['reading', 'interrupted', 'faulty', 'ready', 'added'] as const;

export type ImportState = (typeof importStates)[number];
