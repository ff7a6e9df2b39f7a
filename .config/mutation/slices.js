// The folders of the engine, each with the tests that have to notice a change of it.
const own = (folder) => ({ mutate: [`src/engine/${folder}/**/*.ts`], tests: [`src/engine/${folder}/`] });

export const slices = {
  money: own('money'),
  calendar: own('calendar'),
  risk: own('risk'),
  'shares-bases': { mutate: ['src/engine/shares/bases/*.ts'], tests: ['src/engine/shares/'] },
  'shares-adjustments': { mutate: ['src/engine/shares/adjustments/*.ts'], tests: ['src/engine/shares/'] },
  'shares-reading': { mutate: ['src/engine/shares/reading/*.ts'], tests: ['src/engine/shares/'] },
  'shares-working': { mutate: ['src/engine/shares/working/*.ts'], tests: ['src/engine/shares/'] },
  'shares-whole': { mutate: ['src/engine/shares/*.ts'], tests: ['src/engine/shares/'] },
  variance: own('variance'),
  'footing-reading': { mutate: ['src/engine/footing/reading/*.ts'], tests: ['src/engine/footing/'] },
  'footing-intervals': { mutate: ['src/engine/footing/intervals/*.ts'], tests: ['src/engine/footing/'] },
  'footing-relations': { mutate: ['src/engine/footing/relations/*.ts'], tests: ['src/engine/footing/'] },
  'footing-search': { mutate: ['src/engine/footing/search/*.ts'], tests: ['src/engine/footing/'] },
  'footing-whole': { mutate: ['src/engine/footing/*.ts'], tests: ['src/engine/footing/'] },
  'true-up': own('true-up'),
  compare: own('compare'),
  ledger: own('ledger'),
  reading: { mutate: ['src/engine/reading/*.ts'], tests: ['src/engine/reading/', 'src/engine/shares/read-document'] },
  root: { mutate: ['src/engine/*.ts'], tests: ['src/engine/digest', 'src/engine/outcome'] },
};
