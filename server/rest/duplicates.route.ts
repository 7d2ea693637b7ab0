import type { Request, Response } from 'express';
import { requireAction } from '../security/policies.js';
import { contextOf } from '../security/request-context.js';
import type { DuplicateService } from '../services/duplicate.service.js';

/** `GET /api/duplicates/export`: the files marked as spare, one `<root name>/<relative path>` a line, for the owner. */
export class DuplicatesRoute {
  constructor(private readonly duplicates: DuplicateService) {}

  async getExport(_request: Request, response: Response): Promise<void> {
    requireAction(contextOf(response), 'annotate');
    const paths = await this.duplicates.listSpareFiles();
    response.set({
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': 'attachment; filename="spare-files.txt"',
      'Cache-Control': 'no-store',
    });
    response.send(paths.map((path) => `${path}\n`).join(''));
  }
}
