import type { Request, Response } from 'express';
import { contextOf } from '../security/request-context.js';
import type { ImageService } from '../services/image.service.js';
import { parseGalleryQuery } from './parse.js';
import { presentImage } from './present.js';

/** `GET /api/images/gallery`: a page of the archive, newest first. */
export class GalleryRoute {
  constructor(private readonly images: ImageService) {}

  async get(request: Request, response: Response): Promise<void> {
    const { filter, first, after } = parseGalleryQuery(new URL(request.url, 'http://localhost').searchParams);
    const page = await this.images.listImages({ filter, actor: contextOf(response).actor }, { first, after });
    const items = page.rows.map((row) => presentImage(contextOf(response).mountPath, row));
    response.json({ items, next_cursor: page.hasNextPage ? page.endCursor : null, total: page.totalCount });
  }
}
