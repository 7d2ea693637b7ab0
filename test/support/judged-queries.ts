import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pino } from 'pino';
import { loadConfig } from '../../server/config.js';
import { createMediaEngine } from '../../server/media/media-engine.js';
import type { EmbeddingModel, TextEncoder } from '../../server/models/embedding-model.js';
import { createModelOpener } from '../../server/models/model-opener.js';
import { listManifest, type ManifestFile } from './manifest.js';
import { sharedDir } from './places.js';
import { cosine, mean } from './retrieval.js';

/** A query of which it is known what it should find; pictures are named by their place among all. */
interface JudgedQuery {
  /** Of every picture; 1 is the query itself. */
  readonly scores: Float32Array;
  readonly relevant: ReadonlySet<number>;
  /** The pictures of which it is known whether they are relevant; never the query itself. */
  readonly judged: readonly number[];
}

/** Queries of one kind over one set. */
export interface JudgedSet {
  readonly name: string;
  /** The archive that the set is by itself. */
  readonly archive: readonly number[];
  readonly queries: readonly JudgedQuery[];
}

/** What of the judged pictures passes: precision of all hits together, the mean of recall and of F1 over the queries. */
export interface Retrieved {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

interface Picture {
  readonly truth: ManifestFile['groundTruth'];
  readonly path: string;
  readonly vector: Float32Array;
}

/** What one model makes of the shared pictures. */
interface Judgement {
  readonly sets: readonly JudgedSet[];
  /** Photographs sought among pictures that show none of their kind: whatever passes is a false hit. */
  readonly strangers: readonly Float32Array[];
  /** How many pictures there are, of all sets together. */
  readonly size: number;
}

/** Judges a model; texts only where it reads them. */
export async function judgeModel(environment: Record<string, string>): Promise<Judgement> {
  const { model } = await createModelOpener(loadConfig(environment), pino({ level: 'silent' })).open(() => undefined);
  try {
    return await judgeGallery(new Gallery(await embedPictures(model)), model.texts);
  } finally {
    await model.close();
  }
}

async function judgeGallery(gallery: Gallery, texts: TextEncoder | null): Promise<Judgement> {
  const photographs = gallery.places('semantic/imagenet');
  const copies = gallery.places('neardup/generated');
  const both = [...copies, ...photographs];
  const semantic = gallery.places('semantic');
  const neardup = gallery.places('semantic', 'neardup/generated');
  const sets = [
    { name: 'semantic, by picture', archive: semantic, queries: gallery.byPicture(photographs, photographs, 'category') },
    { name: 'neardup, by picture', archive: neardup, queries: gallery.byPicture(copies, both, 'group') },
  ];
  const words = new Map<string, Float32Array>();
  const read = async (key: Key, judged: readonly number[], sentence: (name: string) => string): Promise<void> => {
    const names = gallery.names(key, judged);
    const vectors = (await texts?.embedTexts(names.map(sentence))) ?? [];
    vectors.forEach((vector, at) => words.set(names[at] ?? '', vector));
  };
  if (texts) {
    const aPhoto = (name: string): string => `a photo of a ${name}`;
    await read('class', photographs, aPhoto);
    await read('category', photographs, aPhoto);
    await read('group', copies, captionOf);
    sets.push(
      { name: 'semantic, by words for a category', archive: semantic, queries: gallery.byWords('category', photographs, words) },
      { name: 'semantic, by words for one picture', archive: semantic, queries: gallery.byWords('class', photographs, words) },
      { name: 'neardup, by caption', archive: neardup, queries: gallery.byWords('group', both, words) },
    );
  }
  return { sets, strangers: gallery.strangers(photographs, words), size: gallery.pictures.length };
}

type Key = 'class' | 'category' | 'group';

class Gallery {
  constructor(readonly pictures: readonly Picture[]) {}

  places(...folders: readonly string[]): number[] {
    return this.pictures.flatMap(({ path }, place) => (folders.some((folder) => path.startsWith(`${folder}/`)) ? [place] : []));
  }

  names(key: Key, places: readonly number[]): string[] {
    return [...new Set(places.flatMap((place) => this.pictures[place]?.truth[key] ?? []))];
  }

  byPicture(from: readonly number[], judged: readonly number[], key: Key): JudgedQuery[] {
    return from.map((own) => ({
      scores: this.scoresOf(this.pictures[own]?.vector),
      relevant: this.relevant(judged, key, this.pictures[own]?.truth[key]),
      judged: judged.filter((place) => place !== own),
    }));
  }

  byWords(key: Key, judged: readonly number[], words: ReadonlyMap<string, Float32Array>): JudgedQuery[] {
    return this.names(key, judged).map((name) => ({
      scores: this.scoresOf(words.get(name)),
      relevant: this.relevant(judged, key, name),
      judged,
    }));
  }

  // By picture, and by words for it, among what is of another category.
  strangers(photographs: readonly number[], words: ReadonlyMap<string, Float32Array>): Float32Array[] {
    const others = this.places('semantic/imagenet', 'general', 'faces');
    return photographs.flatMap((own) => {
      const { truth, vector } = this.pictures[own] ?? {};
      const vectors = [vector, words.get(truth?.class ?? '')].filter((one) => one !== undefined);
      const strange = others.filter((place) => this.pictures[place]?.truth.category !== truth?.category);
      return vectors.map((one) => Float32Array.from(strange, (place) => cosine(this.pictures[place]?.vector ?? one, one)));
    });
  }

  private relevant(judged: readonly number[], key: Key, name: string | undefined): ReadonlySet<number> {
    return new Set(judged.filter((place) => name !== undefined && this.pictures[place]?.truth[key] === name));
  }

  private scoresOf(vector: Float32Array | undefined): Float32Array {
    if (!vector) throw new RangeError('Expected a vector for each query, but one is missing.');
    return Float32Array.from(this.pictures, (picture) => cosine(picture.vector, vector));
  }
}

/** What passes of queries of which each has its own cut; null where one has none. */
export function retrieve(queries: readonly JudgedQuery[], cutOf: (query: JudgedQuery) => number | null): Retrieved | null {
  const counts = queries.map((query) => {
    const cut = cutOf(query);
    if (cut === null) return null;
    const hits = query.judged.filter((place) => (query.scores[place] ?? -1) >= Math.min(cut, 0.98));
    const wanted = query.judged.filter((place) => query.relevant.has(place)).length;
    return { hits: hits.length, right: hits.filter((place) => query.relevant.has(place)).length, wanted };
  });
  const said = counts.flatMap((count) => (count && count.wanted > 0 ? [count] : []));
  if (counts.includes(null)) return null;
  const sum = (of: (count: (typeof said)[number]) => number): number => said.reduce((total, count) => total + of(count), 0);
  return {
    precision: sum(({ right }) => right) / sum(({ hits }) => hits),
    recall: mean(said.map(({ right, wanted }) => right / wanted)),
    f1: mean(said.map(({ hits, right, wanted }) => (2 * right) / (hits + wanted))),
  };
}

/** The one cut for all queries with which their mean F1 is best, chosen afterwards. */
export function bestConstant(queries: readonly JudgedQuery[]): number {
  const tried = Array.from({ length: 110 }, (_, at) => (at - 10) / 100).map((cut) => ({
    cut,
    f1: retrieve(queries, () => cut)?.f1 ?? 0,
  }));
  return tried.reduce((best, one) => (one.f1 > best.f1 ? one : best)).cut;
}

// Every picture that can be read, once, however many files hold its bytes; what is known of any of them is known of it.
async function embedPictures(model: EmbeddingModel): Promise<Picture[]> {
  const limits = { maxPixels: 1e8, maxFileBytes: 1e8, ffmpegPath: null, ffprobePath: null };
  const media = createMediaEngine({ workers: 2, log: pino({ level: 'silent' }), ...limits });
  try {
    const embed = async ([path, truth]: readonly [string, Picture['truth']]): Promise<Picture[]> => {
      try {
        const { pixels } = await media.pixels({ path: join(sharedDir, 'data', path) }, model.images.recipe);
        return (await model.images.embedImages([pixels])).map((vector) => ({ truth, path, vector }));
      } catch {
        return [];
      }
    };
    return (await Promise.all((await distinctFiles()).map(embed))).flat();
  } finally {
    await media.close();
  }
}

async function distinctFiles(): Promise<(readonly [string, Picture['truth']])[]> {
  const files = new Map<string, readonly [string, Picture['truth']]>();
  for (const { path, groundTruth } of listManifest('neardup', 'semantic', 'general', 'faces')) {
    if (!/\.(jpe?g|png|webp|avif|gif|tiff?|bmp)$/i.test(path)) continue;
    const key = createHash('sha256')
      .update(await readFile(join(sharedDir, 'data', path)))
      .digest('hex');
    const known = files.get(key);
    files.set(key, [known?.[0] ?? path, { ...groundTruth, ...known?.[1] }]);
  }
  return [...files.values()];
}

function captionOf(group: string): string {
  const number = group.replace(/^coco/, '');
  const file = listManifest('semantic/coco').find(({ path }) => basename(path).includes(number));
  return file?.groundTruth.caption ?? group;
}
