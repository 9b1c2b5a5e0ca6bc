import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';

/** Pure files: time, chance and the outside world come in as arguments, or not at all. */
const impure = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'Time comes in with the event: Date.now() is not pure.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Time comes in with the event: a bare new Date() is not pure.',
  },
  { selector: "CallExpression[callee.name='Date']", message: 'Time comes in with the event: Date() is not pure.' },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Chance comes in as a seed: Math.random() is not pure.',
  },
  { selector: ':function[async=true]', message: 'Pure code is synchronous.' },
  { selector: 'AwaitExpression', message: 'Pure code is synchronous.' },
];
const noEnum = { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' };

export default tseslint.config(
  {
    ignores: [
      'node_modules/**',
      '.next/**',
      'dist/**',
      'data/**',
      'shots/**',
      'test-results/**',
      'playwright-report/**',
      'server/store/generated/**',
      'next-env.d.ts',
      '.drawloom/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx,mts,mjs}'],
    extends: [tseslint.configs.recommended],
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' }],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-ignore': true, 'ts-nocheck': true, 'ts-expect-error': 'allow-with-description' },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': ['error', noEnum],
      'no-eval': 'error',
      'no-new-func': 'error',
    },
  },
  {
    files: [
      'domain/**/*.ts',
      'operators/**/*.operator.ts',
      'operators/**/*.airflow.ts',
      'operators/manifest.ts',
      'operators/catalog.ts',
    ],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-syntax': ['error', noEnum, ...impure],
      'no-restricted-globals': [
        'error',
        'process',
        'fetch',
        'setTimeout',
        'setInterval',
        'queueMicrotask',
        'window',
        'document',
        'performance',
        'crypto',
        'Buffer',
      ],
    },
  },
  {
    files: ['components/**/*.tsx', 'components/**/*.ts', 'app/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-syntax': ['error', noEnum],
    },
  },
  {
    // R6: no Server Actions, anywhere.
    files: ['app/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}', 'server/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        noEnum,
        { selector: "ExpressionStatement[directive='use server']", message: 'There are no Server Actions in this house.' },
      ],
    },
  },
  {
    // On SQLite it waits for the lock that its own transaction holds, until the transaction times out.
    files: ['server/store/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        noEnum,
        { selector: "ExpressionStatement[directive='use server']", message: 'There are no Server Actions in this house.' },
        {
          selector: "CallExpression[callee.name='transaction'] Identifier[name='client']",
          message: 'Inside a transaction use its tx: the outer client waits for its transaction to end.',
        },
      ],
    },
  },
);
