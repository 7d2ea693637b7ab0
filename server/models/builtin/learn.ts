/**
 * Writes the statistics of the built-in descriptor anew: `npx tsx server/models/builtin/learn.ts`.
 * Run once per revision. The file is kept under version control, because another machine's rounding would make other vectors of the same name.
 */
import { writeFile } from 'node:fs/promises';
import { OnnxSession } from '../onnx-session.js';
import { PICTURE_SIZE } from './blocks.js';
import { STATISTICS_FILE } from './builtin-model.js';
import { buildRawGraph } from './graph.js';
import { learnStatistics, rawMeasure } from './learning.js';
import { paintPicture } from './procedural-pictures.js';
import { encodeStatistics } from './statistics.js';

/** 200 and 300 differ by less than the error of the measure (.01 of mean average precision). */
const PICTURES = 300;

function* album(): Iterable<Uint8Array> {
  for (let seed = 1; seed <= PICTURES; seed++) yield paintPicture(seed, PICTURE_SIZE);
}

const session = await OnnxSession.open(buildRawGraph());
try {
  await writeFile(STATISTICS_FILE, encodeStatistics(await learnStatistics(rawMeasure(session), album())));
} finally {
  await session.close();
}
