import vue from 'eslint-plugin-vue';
import tseslint from 'typescript-eslint';
import { houseRules } from './.ci/eslint-rules.js';

const SERVER = ['server/**/*.ts', 'jobs/**/*.ts', 'migrations/**/*.ts'];
const TESTS = ['test/**/*.ts'];
const CLIENT = ['client/**/*.ts', 'client/**/*.vue'];

const tooManyParameters = (selector, most) => ({
  selector: `${selector}[params.length>${most}]`,
  message: `Expected at most ${most} parameters, but received more: pass an object.`,
});

// Express tells an error handler by its four parameters, so a function whose first one is called error is exempt.
const PLAIN = '[params.0.name!=/^_?err/]';
const structure = (most) => [
  tooManyParameters(`FunctionDeclaration${PLAIN}`, most),
  tooManyParameters(`ArrowFunctionExpression${PLAIN}`, 3),
  tooManyParameters(`:matches(Property, MethodDefinition[kind!="constructor"]) > FunctionExpression${PLAIN}`, 3),
  tooManyParameters('MethodDefinition[kind="constructor"] > FunctionExpression', 5),
  { selector: 'ExportDefaultDeclaration', message: 'Expected a named export, so that a thing has one name everywhere.' },
  { selector: 'ExportAllDeclaration', message: 'Expected imports from the file that declares a thing: no barrels.' },
];
const STRUCTURE = structure(3);

// Values are bound, never written into SQL. What may be written in: constants in capitals (column lists) and checked whole numbers.
const SQL = {
  selector:
    'CallExpression[callee.property.name=/^(query|stream)$/] > TemplateLiteral > :not(TemplateElement, Identifier[name=/^[A-Z][A-Z0-9_]*$/], CallExpression[callee.name=/^(sql|checked)[A-Z]/])',
  message: 'Expected a bound parameter ($1), a CONSTANT or a checked…()/sql…() call inside SQL, but received another expression.',
};

const BASE = {
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'max-depth': ['error', 2],
  'max-lines': ['error', { max: 250 }],
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
  'no-console': 'error',
  'no-debugger': 'error',
  'no-eval': 'error',
  'no-new-func': 'error',
  'no-param-reassign': 'error',
  'no-restricted-properties': ['error', { object: 'process', property: 'env', message: 'Only server/config.ts reads the environment.' }],
  'no-restricted-syntax': ['error', ...STRUCTURE, SQL],
  'no-var': 'error',
  'object-shorthand': 'error',
  'prefer-const': 'error',
  'house/declared-name': 'error',
  'house/file-name': 'error',
};

const TYPESCRIPT = {
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', prefer: 'type-imports' }],
  '@typescript-eslint/explicit-module-boundary-types': 'error',
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' }],
};

const TYPE_AWARE = {
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
  '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
};

export default tseslint.config(
  { ignores: ['dist/', 'client/dist/', 'client/src/graphql/generated/', 'coverage/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { files: ['**/*.{js,cjs,mjs,ts,vue}'], plugins: { house: houseRules }, rules: BASE },
  { files: [...SERVER, ...TESTS, ...CLIENT, '.ci/*.ts'], extends: [tseslint.configs.recommended], rules: TYPESCRIPT },
  {
    files: [...SERVER, ...TESTS],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: TYPE_AWARE,
  },
  // GraphQL types and inputs carry their sentence in the decorator's description, from where it goes into schema.graphql.
  { files: SERVER, ignores: ['server/graphql/{types,inputs}/**', 'migrations/**'], rules: { 'house/exported-jsdoc': 'error' } },
  ...vue.configs['flat/essential'],
  {
    files: ['client/**/*.vue'],
    languageOptions: { parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.vue'] } },
    rules: {
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-props-declaration': ['error', 'type-based'],
      'vue/max-lines-per-block': ['error', { script: 160, template: 160, style: 200 }],
      'vue/multi-word-component-names': 'off',
      'vue/no-v-html': 'error',
    },
  },
  // A component's size is held block by block; the composition of a page in setup is not a function.
  {
    files: CLIENT,
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off', '@typescript-eslint/explicit-module-boundary-types': 'off' },
  },
  { files: ['client/src/**/*.ts'], rules: { 'max-lines': ['error', { max: 250 }] } },
  // Setup, the only reader of the environment, and programs whose output is the terminal.
  { files: ['server/config.ts', 'test/support/**', 'client/*.config.ts', 'client/vite/**'], rules: { 'no-restricted-properties': 'off' } },
  { files: ['server/commands/**', 'test/bench/**', 'test/browser/**', '.ci/**'], rules: { 'no-console': 'off' } },
  // The composition root says everything once, in the order of its lines.
  { files: ['server/app.ts'], rules: { 'max-lines-per-function': 'off' } },
  // Painting takes the drawing it paints on besides its three parameters.
  { files: ['server/commands/demo/**'], rules: { 'no-restricted-syntax': ['error', ...structure(4)] } },
  { files: ['server/database/entities/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  {
    files: TESTS,
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
    },
  },
  // Tools that load these files ask for a default export.
  { files: ['*.config.js', '.*.cjs', 'client/*.config.ts', 'client/**/*.d.ts'], rules: { 'no-restricted-syntax': ['error', SQL] } },
  // A name in the words of the tool that is configured or stood in for.
  { files: ['**/*.{js,cjs,mjs}'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
