import { execFile } from 'node:child_process';
import { access, mkdir, rename, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type PicturePlan, planAlbum } from './album.js';
import { renderPicture, renderVariant } from './render.js';

const SEED = 8422;
const AT_ONCE = 2;
// Every so-manieth picture was also sent to somebody or edited, so that near-duplicates can be found.
const SENT_EVERY = 17;
const EDITED_EVERY = 29;

/** What was written, and why there are no videos where there are none. */
export interface WrittenAlbum {
  readonly pictures: number;
  readonly videos: number;
}

/**
 * Writes the demo archive under `folder`: pictures by year and event, near-duplicates, a Live Photo's pair and, where ffmpeg runs, videos.
 * Files that are there already stay as they are, so a run that was stopped goes on. `onPicture` hears of each finished picture.
 */
export async function writeAlbum(
  folder: string,
  ffmpegPath: string,
  onPicture: (done: number, total: number) => void,
): Promise<WrittenAlbum> {
  const plans = planAlbum(SEED);
  const waiting = plans.map((plan, nth) => ({ plan, nth }));
  let [done, pictures] = [0, 0];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const written = await writePicture(folder, next.plan, next.nth);
      pictures += written;
      onPicture((done += 1), plans.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { pictures, videos: await writeVideos(folder, ffmpegPath, plans) };
}

async function writePicture(folder: string, plan: PicturePlan, nth: number): Promise<number> {
  const variants = [...(nth % SENT_EVERY === 5 ? (['sent'] as const) : []), ...(nth % EDITED_EVERY === 11 ? (['edited'] as const) : [])];
  const file = join(folder, plan.path);
  if (await exists(file)) return 1 + variants.length;
  const picture = await renderPicture(plan);
  for (const variant of variants)
    await writeTaken(file.replace('.jpg', ` ${variant}.jpg`), await renderVariant(picture, variant), plan.takenAt);
  await writeTaken(file, picture, plan.takenAt);
  return 1 + variants.length;
}

// Two films that move slowly over pictures, and two seconds beside a phone's picture, as a Live Photo has them.
async function writeVideos(folder: string, ffmpegPath: string, plans: readonly PicturePlan[]): Promise<number> {
  const live = plans.find(({ camera, scene }) => camera[0] === 'Apple' && scene === 'cake');
  const films = plans.filter(({ scene, width, height }) => width > height && (scene === 'sailing' || scene === 'fair')).slice(0, 2);
  const wanted = [
    ...(live ? [{ plan: live, file: join(folder, live.path.replace('.jpg', '.mov')), seconds: 2 }] : []),
    ...films.map((plan, nth) => ({ plan, file: join(folder, dirname(plan.path), `MOV_${2001 + nth}.mp4`), seconds: 8 })),
  ];
  let written = 0;
  for (const { plan, file, seconds } of wanted)
    if ((await exists(file)) || (await film(ffmpegPath, { folder, plan, file, seconds }))) written += 1;
  return written;
}

async function film(ffmpegPath: string, video: { folder: string; plan: PicturePlan; file: string; seconds: number }): Promise<boolean> {
  const { folder, plan, file, seconds } = video;
  const frames = seconds * 25;
  const [width, height] = plan.width > plan.height ? [1280, 720] : [720, 1280];
  const move = `scale=${width * 2}:${height * 2}:force_original_aspect_ratio=increase,crop=${width * 2}:${height * 2},zoompan=z='1+0.25*on/${frames}':x='(iw-iw/zoom)*on/${frames}':y='(ih-ih/zoom)/2':d=${frames}:s=${width}x${height}:fps=25`;
  const still = ['-nostdin', '-v', 'error', '-y', '-i', join(folder, plan.path), '-vf', move];
  const options = [
    '-frames:v',
    String(frames),
    '-pix_fmt',
    'yuv420p',
    '-metadata',
    `creation_time=${plan.takenAt}Z`,
    '-f',
    file.endsWith('.mov') ? 'mov' : 'mp4',
  ];
  try {
    await promisify(execFile)(ffmpegPath, [...still, ...options, `${file}.part`], { timeout: 120_000 });
    await rename(`${file}.part`, file);
    return true;
  } catch {
    return false;
  }
}

async function writeTaken(file: string, bytes: Buffer, takenAt: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.part`, bytes);
  await utimes(`${file}.part`, new Date(`${takenAt}Z`), new Date(`${takenAt}Z`));
  await rename(`${file}.part`, file);
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
