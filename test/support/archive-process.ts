/**
 * A server process to be measured from outside: starts the archive of DATA_DIR, prints where it is, reads the folders of its arguments in,
 * prints the report, and answers until it is killed. Every line printed is JSON.
 */
import { startArchive } from '../bench/archive.js';

const archive = await startArchive(process.env as Record<string, string>);
process.stdout.write(`${JSON.stringify({ url: archive.url })}\n`);
const job = await archive.application.jobs.start('ingest', { folder: process.argv.slice(2) }, { kind: 'job', name: 'test' });
const { report } = await job.finished;
process.stdout.write(`${JSON.stringify({ report })}\n`);
