import type { Request, Response } from 'express';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../errors.js';
import { THUMBNAIL_SIZES } from '../media/analysis.js';
import { contextOf } from '../security/request-context.js';
import type { ImageService } from '../services/image.service.js';
import type { OriginalFiles } from '../services/original-files.js';
import { openOriginal, type OpenOriginal } from '../services/original-stream.js';
import type { PreviewStore } from '../services/preview-store.js';
import type { ThumbnailService } from '../services/thumbnail.service.js';
import { parseByteRange } from './byte-range.js';

// A file that a browser could take for a page can do nothing there (T02).
const INERT = { 'X-Content-Type-Options': 'nosniff', 'Content-Security-Policy': "default-src 'none'; sandbox" };

/** The bytes of pictures: thumbnails, previews of queries, and originals with ranges. */
export class ImageFileRoute {
  constructor(
    private readonly images: ImageService,
    private readonly thumbnails: ThumbnailService,
    private readonly originals: OriginalFiles,
    private readonly previews: PreviewStore,
  ) {}

  /** `GET /api/images/:id/thumbnail?size=256|512|1440&v=...` */
  async getThumbnail(request: Request, response: Response): Promise<void> {
    const wanted = request.query.size ?? '512';
    const size = THUMBNAIL_SIZES.find((candidate) => String(candidate) === wanted);
    if (!size) throw new AppError('BAD_REQUEST', 'Expected a thumbnail size of 256, 512 or 1440.');
    await sendThumbnail(request, response, await this.thumbnails.getFile(idOf(request), size, contextOf(response).actor));
  }

  /** `GET /api/images/:id/frames/:ms/thumbnail?v=...`: the kept moment of a video nearest to one. */
  async getFrameThumbnail(request: Request, response: Response): Promise<void> {
    const ms = String(request.params.ms);
    if (!/^\d{1,12}$/.test(ms)) throw new AppError('BAD_REQUEST', 'Expected a moment as a whole number of milliseconds.');
    await sendThumbnail(request, response, await this.thumbnails.getFrameFile(idOf(request), Number(ms), contextOf(response).actor));
  }

  /** `GET /api/images/previews/:previewId`: what an upload looked like, while it is remembered. */
  getPreview(request: Request, response: Response): void {
    const jpeg = this.previews.find(String(request.params.previewId));
    if (!jpeg) throw new AppError('NOT_FOUND', 'This preview is not kept any more.');
    response.set({ ...INERT, 'Content-Type': 'image/jpeg', 'Cache-Control': 'private, max-age=3600' }).end(jpeg);
  }

  /** `GET /api/images/:id/original`, whole or a range; `?download=1` to save it. */
  async getOriginal(request: Request, response: Response): Promise<void> {
    const image = await this.images.getImage(idOf(request), contextOf(response).actor);
    const original = await openOriginal(await this.originals.getPath(image.id));
    const name = encodeURIComponent(basename(image.sourcePath)).replaceAll("'", '%27');
    response.set({
      ...INERT,
      'Content-Type': image.mime,
      'Content-Disposition': `${request.query.download ? 'attachment' : 'inline'}; filename*=UTF-8''${name}`,
      'Accept-Ranges': 'bytes',
      'Cache-Control': 'private, max-age=3600',
      'Last-Modified': original.modifiedAt.toUTCString(),
      ETag: `"${image.contentHash.slice(0, 32)}"`,
    });
    await this.sendBytes(request, response, original);
  }

  private async sendBytes(request: Request, response: Response, { handle, bytes }: OpenOriginal): Promise<void> {
    try {
      const range = parseByteRange(request.get('range'), bytes);
      if (range === 'unsatisfiable') return void response.status(416).set('Content-Range', `bytes */${bytes}`).end();
      if (range) response.status(206).set('Content-Range', `bytes ${range.start}-${range.end}/${bytes}`);
      response.set('Content-Length', String(range ? range.end - range.start + 1 : bytes));
      if (request.method === 'HEAD' || bytes === 0) return void response.end();
      await pipeline(handle.createReadStream({ ...range, autoClose: false }), response);
    } catch (error) {
      // A player that closes the connection after a seek is no failure.
      if (!response.destroyed) throw error;
      contextOf(response).log.debug({ err: error }, 'a download was left by its reader');
    } finally {
      await handle.close();
    }
  }
}

function idOf(request: Request): string {
  return String(request.params.id);
}

function sendThumbnail(request: Request, response: Response, path: string): Promise<void> {
  const caching = request.query.v ? 'private, max-age=31536000, immutable' : 'private, no-cache';
  // The data folder may be a hidden one (~/.image-explorer), which sendFile refuses unless told.
  return send(response, path, { dotfiles: 'allow', cacheControl: false, headers: { ...INERT, 'Cache-Control': caching } });
}

function send(response: Response, path: string, options: Parameters<Response['sendFile']>[1]): Promise<void> {
  return new Promise((resolve, reject) => {
    response.sendFile(path, options, (error) => (error && !response.headersSent ? reject(error) : resolve()));
  });
}
