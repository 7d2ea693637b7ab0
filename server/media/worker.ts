import { rmSync } from 'node:fs';
import sharp from 'sharp';
import { MediaTasks, type MediaSettings } from './media-tasks.js';
import { serveTasks } from './worker-protocol.js';

/** What the pool passes as the first argument. */
export interface WorkerSettings extends MediaSettings {
  readonly maxRssBytes: number;
}

// One thread per child: the pool is as wide as the machine, and libvips' own threads would only contend.
sharp.concurrency(1);
sharp.cache(false);
// Should a sniffed type ever be wrong, libvips still has no door for SVG, PDF or ImageMagick's formats (T03).
sharp.block({ operation: ['VipsForeignLoad'] });
const READERS = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Tiff', 'Heif'];
sharp.unblock({ operation: READERS.map((name) => `VipsForeignLoad${name}`) });

const settings = JSON.parse(process.argv[2] ?? '{}') as WorkerSettings;
// Before serveTasks, whose own listener ends the process: a parent that was killed cannot tidy up after us.
process.on('disconnect', () => rmSync(settings.tempDir, { recursive: true, force: true }));
const onProgress = serveTasks(runTask, settings.maxRssBytes);
const tasks = new MediaTasks(settings, () => onProgress());

async function runTask(task: string, args: readonly unknown[]): Promise<unknown> {
  const method: unknown = Reflect.get(tasks, task);
  if (typeof method !== 'function') throw new TypeError(`Expected a media task but received "${task}".`);
  return Reflect.apply(method, tasks, args) as unknown;
}
