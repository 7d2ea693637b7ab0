import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SingleBar } from 'cli-progress';
import { loadConfig } from '../config.js';
import { writeAlbum } from './demo/write-album.js';

// The demo archive has a folder of its own, so that drawn pictures never come among a person's.
const config = loadConfig();
const dataDir = config.dataDir === loadConfig({}).dataDir ? `${config.dataDir}-demo` : config.dataDir;
const pictures = join(dataDir, 'pictures');

const bar = new SingleBar({ format: 'Drawing pictures {bar} {value}/{total}', clearOnComplete: true, barsize: 30 });
bar.start(1, 0);
const album = await writeAlbum(pictures, config.media.ffmpegPath ?? 'ffmpeg', (done, total) => {
  bar.setTotal(total);
  bar.update(done);
});
bar.stop();
const films = album.videos > 0 ? `${album.videos} videos` : 'no videos (they need ffmpeg)';
console.log(`${album.pictures} pictures and ${films} lie in ${pictures}`);

// The same program as `npm start -- <folder>`, with the environment handed on.
// eslint-disable-next-line no-restricted-properties -- handed on, not read
const env = { ...process.env, DATA_DIR: dataDir };
const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const server = spawn(process.execPath, ['--import', 'tsx', main, pictures], { stdio: 'inherit', env });
server.on('exit', (code) => (process.exitCode = code ?? 1));
// Ctrl-C reaches the server by itself; a polite kill has to be passed on.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => server.kill('SIGTERM'));
