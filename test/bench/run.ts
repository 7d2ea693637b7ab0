import { annotateBench } from './annotate.bench.js';
import { builtinBench } from './builtin.bench.js';
import { duplicatesBench } from './duplicates.bench.js';
import { filtersBench } from './filters.bench.js';
import { ingestBench } from './ingest.bench.js';
import { kmeansBench } from './kmeans.bench.js';
import { mapBench } from './map.bench.js';
import { type BenchSuite, formatReport } from './report.js';
import { similarBench } from './similar.bench.js';

const SUITES: readonly BenchSuite[] = [
  ingestBench,
  similarBench,
  filtersBench,
  builtinBench,
  annotateBench,
  duplicatesBench,
  kmeansBench,
  mapBench,
];

const asJson = process.argv.includes('--json');
const wanted = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
const suite = SUITES.find(({ name }) => name === wanted);
if (suite) {
  const report = await suite.run();
  console.log(asJson ? JSON.stringify({ suite: suite.name, ...report }) : formatReport(report));
} else {
  console.log(
    ['npm run bench -- <suite> [--json]', ...SUITES.map(({ name, description }) => `  ${name.padEnd(8)} ${description}`)].join('\n'),
  );
  process.exitCode = wanted === undefined ? 0 : 1;
}
