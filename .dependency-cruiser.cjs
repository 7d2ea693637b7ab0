/** Who may import whom (docs/architecture.md), and which third party stays behind which fence. Every rule is an error. */

// The composition root, its doors and what they print; every other file directly under server/ is a leaf that all may import.
const ROOT = '^server/(main|index|app|router|terminal|client-build)\\.ts$';
// Contracts that name what passes between layers and import no layer themselves: open to all.
const CONTRACTS = '^server/(media/analysis|models/embedding-model)\\.ts$';

/** Layer -> what it may import besides itself, the leaves and the contracts. */
const LAYERS = {
  graphql: ['services', 'security'],
  rest: ['services', 'security'],
  services: ['ingestion', 'models', 'media', 'repositories', 'security'],
  ingestion: ['models', 'media', 'repositories'],
  security: ['repositories'],
  repositories: ['database'],
  database: [],
  models: [],
  media: [],
};
// Types of these may be named: a row satisfies a GraphQL type without a mapper, and what is handed to a constructor has a signature.
const TYPES_ONLY = {
  graphql: ['repositories'],
  rest: ['repositories'],
  services: ['database'],
  repositories: ['models', 'media'],
  media: ['models'],
};

const layerRules = Object.entries(LAYERS).map(([layer, below]) => ({
  name: `layer-${layer}`,
  comment: `server/${layer} may import only ${[layer, ...below].join(', ')} and the leaves.`,
  severity: 'error',
  from: { path: `^server/${layer}/` },
  to: {
    path: ['^server/[^/]+/', '^(jobs|client|test)/', ROOT],
    pathNot: [CONTRACTS, ...[layer, ...below, ...(TYPES_ONLY[layer] ?? [])].map((name) => `^server/${name}/`)],
  },
}));

const typeRules = Object.entries(TYPES_ONLY).map(([layer, named]) => ({
  name: `types-only-${layer}`,
  comment: `server/${layer} may name types of ${named.join(' and ')}, not run their code.`,
  severity: 'error',
  from: { path: `^server/${layer}/` },
  to: { path: `^server/(${named.join('|')})/`, pathNot: CONTRACTS, dependencyTypesNot: ['type-only'] },
}));

const modules = (names) => `node_modules/(@types/)?(${names.join('|')})/`;

const fence = (name, packages, inside) => ({
  name: `fence-${name}`,
  comment: `${packages.join(', ')}: only in ${inside.join(', ')}.`,
  severity: 'error',
  from: { path: '^(server|jobs|migrations)/', pathNot: inside.map((path) => `^${path}`) },
  to: { path: modules(packages) },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...layerRules,
    ...typeRules,
    {
      name: 'leaves-import-no-layer',
      severity: 'error',
      from: { path: '^server/[^/]+\\.ts$', pathNot: ROOT },
      to: { path: ['^server/[^/]+/', ROOT, '^(jobs|client|migrations|test)/'], pathNot: CONTRACTS },
    },
    {
      name: 'contracts-import-nothing-that-runs',
      severity: 'error',
      from: { path: CONTRACTS },
      to: { dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'jobs-import-services',
      comment: 'A job is a row of the table: it calls a service. Only the command line builds the program.',
      severity: 'error',
      from: { path: '^jobs/', pathNot: '^jobs/(run|worker)\\.ts$' },
      to: {
        path: ['^server/[^/]+/', '^(client|test|migrations)/', ROOT],
        pathNot: ['^server/services/', CONTRACTS],
      },
    },
    {
      name: 'commands-import-doors',
      severity: 'error',
      from: { path: '^server/commands/' },
      to: { path: '^(server/rest|client|test)/' },
    },
    {
      name: 'nobody-imports-commands',
      severity: 'error',
      from: { pathNot: '^(server/commands|test)/' },
      to: { path: '^server/commands/' },
    },
    {
      name: 'nobody-imports-main',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^server/main\\.ts$' },
    },
    {
      name: 'migrations-stand-alone',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { path: '^(server|jobs|client|test)/' },
    },
    {
      name: 'client-knows-only-the-schema',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^(server|jobs|migrations|test)/' },
    },
    { name: 'nothing-imports-tests', severity: 'error', from: { pathNot: '^test/' }, to: { path: '^test/' } },
    fence('onnxruntime', ['onnxruntime-node'], ['server/models/onnx-thread\\.mjs']),
    fence(
      'media',
      ['sharp', 'image-hash', 'fluent-ffmpeg', 'heic-decode', 'libheif-js', 'exifr', 'exiftool-vendored', 'file-type', 'thumbhash'],
      ['server/media/', 'server/commands/demo'],
    ),
    fence(
      'database',
      ['typeorm', 'pg', 'pgvector', '@electric-sql/.+', 'pg-boss'],
      ['server/database/', 'server/repositories/', 'migrations/'],
    ),
    fence(
      'graphql',
      ['type-graphql', '@apollo/server', '@as-integrations/.+', 'graphql-upload', 'graphql-ws', 'class-validator'],
      ['server/graphql/'],
    ),
    fence('cron', ['node-cron'], ['jobs/', 'server/services/']),
    {
      ...fence(
        'express',
        ['express', 'express-session', 'helmet'],
        ['server/(main|router)\\.ts', 'server/graphql/apollo\\.ts', 'server/rest/', 'server/security/'],
      ),
      to: { path: modules(['express', 'express-session', 'helmet']), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycles',
      comment: 'Entities name each other as types only (relations go by string target); nothing else may be in a circle.',
      severity: 'error',
      from: { pathNot: '^server/database/entities/' },
      to: { circular: true },
    },
    {
      name: 'no-cycles-that-run',
      severity: 'error',
      from: { path: '^server/database/entities/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-development-package-at-run-time',
      severity: 'error',
      from: { path: '^(server|jobs|migrations)/', pathNot: '^server/commands/(check-schema|settings-docs)\\.ts$' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|client/src/graphql/generated)/' },
    tsPreCompilationDeps: true,
    detectProcessBuiltinModuleCalls: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.vue', '.d.ts', '.css'],
    },
  },
};
