import type { Request, Response } from 'express';
import { requireAction } from '../security/policies.js';
import { contextOf } from '../security/request-context.js';
import type { MapService } from '../services/map.service.js';

/** `GET /api/images/map`: every picture of the gallery as a point, in arrays; 304 for who has this state of it. */
export class MapRoute {
  constructor(private readonly maps: MapService) {}

  async get(request: Request, response: Response): Promise<void> {
    requireAction(contextOf(response), 'view');
    const { version, read } = await this.maps.current();
    response.set({ ETag: `"${version}"`, 'Cache-Control': 'private, no-cache' });
    if (request.fresh) return void response.status(304).end();
    response.type('application/octet-stream').send(await read());
  }
}
