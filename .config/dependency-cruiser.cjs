// Which way an import may point: web → features → engine; features and web use platform; engine and platform never meet.
const never = (name, from, to, comment) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    never('no-circles', {}, { circular: true }, 'Two files that need each other are one thing, or three.'),
    never(
      'engine-alone',
      { path: '^src/engine', pathNot: '\\.test\\.ts$' },
      { pathNot: '^src/engine' },
      'The engine imports nothing but itself.',
    ),
    never(
      'platform-alone',
      { path: '^src/platform' },
      { path: '^src/(engine|features|web)' },
      'Pipes know no word of the business.',
    ),
    never('features-not-web', { path: '^src/features' }, { path: '^src/web' }, 'A room does not know the front hall.'),
    never(
      'rooms-through-readers',
      { path: '^src/features/([^/]+)/', pathNot: '^src/features/demonstration/' },
      {
        path: '^src/features/[^/]+/',
        pathNot: [
          '^src/features/$1/',
          '\\.(reader|module)\\.ts$',
          '/shared/',
          '^src/features/access/(permissions|roles|does|session\\.store)\\.ts$',
          '^src/features/sign-in/begin-session\\.ts$',
        ],
      },
      'One room sees another only through its reader or module; the demonstration does as people do, by the verbs.',
    ),
    never(
      'web-through-doors',
      { path: '^src/web' },
      { path: '\\.(store|entity)\\.ts$' },
      'Pages use the same use cases and readers as everyone.',
    ),
    never(
      'tests-stay-out',
      { path: '^(src|migrations)', pathNot: '\\.test\\.ts$' },
      { path: '(^test/|\\.test\\.ts$)' },
      'The product does not import its tests.',
    ),
    never(
      'no-dev-in-product',
      { path: '^(src|migrations)', pathNot: '\\.test\\.ts$' },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
      'The product runs without its tools.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'] },
    includeOnly: '^(src|migrations|test|node_modules)',
  },
};
