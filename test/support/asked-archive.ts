import { expect } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { BUILT_IN, startArchive, type TestArchive } from './archive.js';
import { drawnPicture } from './drawn-album.js';
import { listDocuments } from './listed-documents.js';
import type { PictureFolder } from './pictures.js';
import type { Question } from './similarity-client.js';

/** A picture to ask with, and the document it is. */
export interface Subject {
  readonly question: Question;
  readonly own: string | null;
}

/** An archive, and every picture that it can be asked with. */
export interface AskedArchive {
  readonly archive: TestArchive;
  readonly subjects: readonly Subject[];
  close(): Promise<void>;
}

/** Reads a folder into an archive of its own. */
export async function openAsked(folder: PictureFolder, environment: Record<string, string> = BUILT_IN): Promise<AskedArchive> {
  const archive = await startArchive({ environment });
  const report = await archive.ingest([folder.path]);
  expect(report.failures).toEqual([]);
  const subjects = [...(await knownSubjects(archive, folder)), ...(await unknownSubjects())];
  return { archive, subjects, close: () => archive.close() };
}

/** Every document by its id, every file by its path and its bytes, a video by one of its moments as well. */
async function knownSubjects(archive: TestArchive, folder: PictureFolder): Promise<Subject[]> {
  const documents = await listDocuments(archive);
  return documents.flatMap(({ id, kind, paths: files }) => {
    const paths = files.map((path) => ({ question: { path }, own: id }));
    if (kind === 'VIDEO') return [{ question: { imageId: id }, own: id }, { question: { imageId: id, frameMs: 1_500 }, own: id }, ...paths];
    const bytes = files.map((path) => ({ question: { upload: readFileSync(join(folder.path, basename(path))) }, own: id }));
    return [{ question: { imageId: id }, own: id }, ...paths, ...bytes];
  });
}

async function unknownSubjects(): Promise<Subject[]> {
  const pictures = [drawnPicture(100), drawnPicture(101), drawnPicture(3).sharpen()];
  return Promise.all(
    pictures.map(async (picture) => ({ question: { upload: await picture.jpeg({ quality: 70 }).toBuffer() }, own: null })),
  );
}
