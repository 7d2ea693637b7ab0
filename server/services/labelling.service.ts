import type { Actor } from '../context.js';
import { refreshContents } from '../ingestion/written-text.js';
import type { TextEncoder } from '../models/embedding-model.js';
import { MatrixProduct } from '../models/matrix.js';
import { unitMean } from '../models/unit-vector.js';
import type { WorkReport } from '../progress.js';
import type { LabelRepository, LabelRun, UnlabelledPicture } from '../repositories/label.repository.js';
import type { UnitOfWork } from '../repositories/unit-of-work.js';
import type { JobTask } from './job.service.js';
import { BACKGROUND_PICTURES, calibrateLabels, confidentWords, FEWEST_PICTURES, type LabelCalibration } from './label-calibration.js';
import { LABEL_WORDS, LABEL_WORDS_VERSION, promptsOf } from './label-words.js';
import type { ModelRegistry } from './model-registry.js';

const LABELLER: Actor = { kind: 'job', name: 'label-images' };
const PICTURES_PER_SLICE = 200;
const NO_WORDS = 'Pictures are labelled by a CLIP model, and this archive has none: nothing was done.';
const TOO_FEW = `Labels are judged against other pictures and need at least ${FEWEST_PICTURES} of them: nothing was done.`;

type Task = Pick<JobTask, 'progress' | 'signal' | 'dryRun'>;

interface Labelling extends LabelRun {
  readonly words: MatrixProduct;
  readonly calibration: LabelCalibration;
}

/** Labels pictures with words that the current model sees in them, where they stand out. Never touches what a person said. */
export class LabellingService {
  constructor(
    private readonly labels: LabelRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly models: Pick<ModelRegistry, 'current'>,
  ) {}

  /** Does pictures that lack labels of the current model, word list and background; stops between slices and goes on there. */
  async run(task: Task): Promise<WorkReport> {
    const { id: modelId, encoder } = await this.models.current();
    if (!encoder.texts) return reportOf({ labelled: 0 }, NO_WORDS);
    const pictures = await this.labels.countPictures(modelId);
    if (pictures < FEWEST_PICTURES) return reportOf({ labelled: 0 }, TOO_FEW);
    const run = { modelId, version: versionFor(pictures) };
    const waiting = await this.labels.countUnlabelled(run);
    if (waiting === 0) return reportOf({ labelled: 0 }, 'Every picture has its labels.');
    if (task.dryRun) return reportOf({ labelled: 0, waiting }, `${waiting} pictures would be labelled.`);
    const words = await readWords(encoder.texts, task);
    try {
      const background = await this.labels.background(modelId, BACKGROUND_PICTURES);
      const calibration = calibrateLabels(await Promise.all(background.map((vector) => words.scores(vector))));
      return await this.labelAll({ ...run, words, calibration }, waiting, task);
    } finally {
      await words.close();
    }
  }

  private async labelAll(labelling: Labelling, waiting: number, task: Task): Promise<WorkReport> {
    const counts = { labelled: 0, labels: 0, unlabelled: 0 };
    task.progress.phase('Labelling pictures', waiting);
    for await (const slice of this.slices(labelling, task.signal)) {
      for (const given of await this.labelSlice(slice, labelling)) {
        counts.labels += given;
        counts[given > 0 ? 'labelled' : 'unlabelled'] += 1;
        task.progress.step();
      }
    }
    const summary = `${counts.labelled} pictures were given ${counts.labels} labels; in ${counts.unlabelled} nothing stood out.`;
    return reportOf(counts, summary);
  }

  private async *slices(run: LabelRun, signal: AbortSignal): AsyncGenerator<UnlabelledPicture[]> {
    for (let after = 0; !signal.aborted;) {
      const slice = await this.labels.listUnlabelled(run, { after, limit: PICTURES_PER_SLICE });
      if (slice.length > 0) yield slice;
      if (slice.length < PICTURES_PER_SLICE) return;
      after = slice.at(-1)?.embeddingId ?? after;
    }
  }

  // Labels, the note that they were made, and the text of the pictures: all or nothing.
  private async labelSlice(slice: readonly UnlabelledPicture[], { words, calibration, ...run }: Labelling): Promise<number[]> {
    const labelled = await Promise.all(
      slice.map(async ({ vector, ...picture }) => {
        const confident = confidentWords(await words.scores(vector), calibration);
        return { ...picture, labels: confident.map(({ word, similarity }) => ({ label: LABEL_WORDS[word] ?? '', score: similarity })) };
      }),
    );
    await this.unitOfWork(LABELLER, async (repositories) => {
      const changed = await repositories.labels.put(labelled, run);
      // A person may be saying something of them right now: texts are composed one after the other.
      await repositories.saidState.lock(changed);
      await refreshContents(repositories, changed);
    });
    return labelled.map(({ labels }) => labels.length);
  }
}

// What is usual in an archive is known better with every doubling of its pictures, until the background is full: then all are labelled anew.
function versionFor(pictures: number): number {
  return LABEL_WORDS_VERSION * 100 + Math.floor(Math.log2(Math.min(pictures, BACKGROUND_PICTURES)));
}

async function readWords(texts: TextEncoder, task: Task): Promise<MatrixProduct> {
  task.progress.phase('Reading the words', LABEL_WORDS.length);
  const vectors: Float32Array[] = [];
  for (const word of LABEL_WORDS) {
    if (task.signal.aborted) break;
    vectors.push(unitMean(await texts.embedTexts(promptsOf(word))));
    task.progress.step();
  }
  const words = await MatrixProduct.open({ dims: vectors[0]?.length ?? 0 });
  for (const vector of vectors) words.append(vector);
  return words;
}

function reportOf(counts: Readonly<Record<string, number>>, summary: string): WorkReport {
  return { counts, failures: [], summary };
}
