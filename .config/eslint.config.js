import tseslint from 'typescript-eslint';

const oneDoor = [
  {
    selector: 'Decorator[expression.callee.name=/^Inject(Repository|DataSource|EntityManager)$/]',
    message: 'Go through Database.read or Database.write.',
  },
  { selector: "CallExpression[callee.property.name='save']", message: 'No save(): insert, or append a new version.' },
  { selector: 'ExportAllDeclaration', message: 'No barrels: import the file that holds it.' },
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
];

export default tseslint.config(
  { ignores: ['dist/**', '.config/**', 'test/support/*.js', '**/*.mjs', '.data/**', 'node_modules/**', 'reports/**'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: `${import.meta.dirname}/..` } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-restricted-syntax': ['error', ...oneDoor],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true, allowConstructorOnly: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { prefer: 'type-imports', fixStyle: 'inline-type-imports' },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // A view is a shape with words for the reference; it is never made with `new`, and has no methods to lose.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 12],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    // The vault is exact and has no clock: a float or today's date in a rule is a fault.
    files: ['src/engine/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['Date', 'process', 'setTimeout', 'fetch', 'parseFloat', 'performance'].map((name) => ({
          name,
          message: 'The engine has no clock, no environment and no floats.',
        })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', message: 'The engine is exact: no floats, no randomness.' },
      ],
    },
  },
  // Where whole numbers below 2^53 are divided, which is exact: its own test says so up to the last.
  { files: ['src/engine/money/small.ts'], rules: { 'no-restricted-properties': 'off' } },
  // A migration is read as prose, from top to bottom.
  { files: ['migrations/**/*.ts'], rules: { 'max-lines-per-function': 'off' } },
  {
    files: ['**/*.test.ts', 'test/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'max-lines': ['error', { max: 400 }],
      'no-console': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
